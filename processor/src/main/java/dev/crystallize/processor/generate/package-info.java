/** Writes the generated types from the model. */
@NullMarked
package dev.crystallize.processor.generate;

import org.jspecify.annotations.NullMarked;
