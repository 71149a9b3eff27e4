/**
 * The rules of a graph, one class for each.
 *
 * <p>Readers report only what keeps them from reading: the ids {@code config-*}, {@code
 * parameter-name}, {@code upstream-not-listed}, {@code stale-descriptor} and {@code internal}. All
 * that the model holds as unresolved, from {@code unknown-step} to {@code missing-artifact} and
 * {@code ambiguous-name}, is reported by a rule of this package.
 */
@NullMarked
package dev.crystallize.processor.validate;

import org.jspecify.annotations.NullMarked;
