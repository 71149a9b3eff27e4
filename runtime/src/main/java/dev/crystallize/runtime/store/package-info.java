/**
 * The files: versions, leases, journals, staged and committed artifacts, results.
 *
 * <p>A journal line is the commit of a task. Whoever reads through this package reads what journals
 * list, so nothing half-written is ever seen.
 */
@NullMarked
package dev.crystallize.runtime.store;

import org.jspecify.annotations.NullMarked;
