/** Schedules tasks as soon as what they read is committed. */
@NullMarked
package dev.crystallize.runtime.engine;

import org.jspecify.annotations.NullMarked;
