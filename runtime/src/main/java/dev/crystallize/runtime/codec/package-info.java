/**
 * How values are spelt in JSON and in {@code config.yaml}: {@link
 * dev.crystallize.runtime.codec.Codec}, which generated code puts together.
 */
@NullMarked
package dev.crystallize.runtime.codec;

import org.jspecify.annotations.NullMarked;
