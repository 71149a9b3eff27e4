/**
 * Reads {@code config.yaml} strictly into located records, and holds the diagnostics that the
 * annotation processor and the runtime share. Imports nothing else of Crystallize.
 */
@NullMarked
package dev.crystallize.runtime.config;

import org.jspecify.annotations.NullMarked;
