/** Runnable experiments on real data. */
@NullMarked
package dev.crystallize.examples;

import org.jspecify.annotations.NullMarked;
