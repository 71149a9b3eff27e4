/** Diagnostics as data, and the one place that prints them. */
@NullMarked
package dev.crystallize.processor.report;

import org.jspecify.annotations.NullMarked;
