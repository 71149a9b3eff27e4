/** Looks at the jars as users get them. */
@NullMarked
package dev.crystallize.tests;

import org.jspecify.annotations.NullMarked;
