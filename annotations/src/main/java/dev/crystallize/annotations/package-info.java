/**
 * The annotations with which an experiment's code is written. They are read by the compiler only
 * and leave nothing behind at run time.
 */
@NullMarked
package dev.crystallize.annotations;

import org.jspecify.annotations.NullMarked;
