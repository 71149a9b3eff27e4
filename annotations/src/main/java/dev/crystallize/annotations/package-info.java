/** The annotations with which users mark their experiments, steps, artifacts and parameters. */
@NullMarked
package dev.crystallize.annotations;

import org.jspecify.annotations.NullMarked;
