/** Reads elements and YAML into the model. */
@NullMarked
package dev.crystallize.processor.read;

import org.jspecify.annotations.NullMarked;
