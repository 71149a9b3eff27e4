/**
 * What the results of a task depend on besides chance: the code it reaches, libraries, files and
 * values, as digests that can be compared and whose differences can be told in words.
 *
 * <p>Nothing here knows experiments or tasks, and nothing here prints.
 */
@NullMarked
package dev.crystallize.runtime.fingerprint;

import org.jspecify.annotations.NullMarked;
