/** The command line of generated mains. */
@NullMarked
package dev.crystallize.runtime.launch;

import org.jspecify.annotations.NullMarked;
