/** The rules of a graph, one class for each. */
@NullMarked
package dev.crystallize.processor.validate;

import org.jspecify.annotations.NullMarked;
