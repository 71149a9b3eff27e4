/** The smallest chain of experiments: one writes an artifact, another reads it. */
@NullMarked
package dev.crystallize.examples.chain;

import org.jspecify.annotations.NullMarked;
