/** The annotation processor that checks a graph of experiments and generates its wiring. */
@NullMarked
package dev.crystallize.processor;

import org.jspecify.annotations.NullMarked;
