/**
 * Plans a run: the graph, its conditions, its tasks and what each needs; touches neither compiler
 * nor disk.
 */
@NullMarked
package dev.crystallize.runtime.plan;

import org.jspecify.annotations.NullMarked;
