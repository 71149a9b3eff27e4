/** Reads {@code config.yaml} strictly into records that know where they stand in the file. */
@NullMarked
package dev.crystallize.runtime.config;

import org.jspecify.annotations.NullMarked;
