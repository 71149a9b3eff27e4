/** Measures what {@code docs/performance.md} says. */
@NullMarked
package dev.crystallize.benchmarks;

import org.jspecify.annotations.NullMarked;
