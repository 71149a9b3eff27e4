/**
 * The scheduler: starts each task the moment what it reads is committed, and commits what it gives.
 *
 * <p>The engine knows tasks by number and users' code only as a {@link
 * dev.crystallize.runtime.engine.TaskCode}.
 */
@NullMarked
package dev.crystallize.runtime.engine;

import org.jspecify.annotations.NullMarked;
