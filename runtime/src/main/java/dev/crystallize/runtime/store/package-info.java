/** Keeps versions, artifacts, journals and leases on disk. */
@NullMarked
package dev.crystallize.runtime.store;

import org.jspecify.annotations.NullMarked;
