/** A data folder of its own for each test. */
@NullMarked
package dev.crystallize.junit;

import org.jspecify.annotations.NullMarked;
