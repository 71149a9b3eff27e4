/** The graph of experiments as the compiler sees it, unresolved things included. */
@NullMarked
package dev.crystallize.processor.model;

import org.jspecify.annotations.NullMarked;
