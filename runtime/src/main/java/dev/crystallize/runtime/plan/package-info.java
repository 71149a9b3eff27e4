/**
 * The planner: from what experiments declare to conditions, replicates and numbered tasks.
 *
 * <p>Everything here is pure. It neither reads a disk nor knows a compiler, and it prints nothing:
 * what is wrong with a graph comes back as {@link dev.crystallize.runtime.plan.PlanProblem} values.
 */
@NullMarked
package dev.crystallize.runtime.plan;

import org.jspecify.annotations.NullMarked;
