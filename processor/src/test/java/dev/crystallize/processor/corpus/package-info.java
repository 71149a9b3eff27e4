/**
 * Many small projects, right and wrong, that every compiler must judge the same: what compiles is
 * wired right, and what is not has exactly one error, on the mistake.
 */
package dev.crystallize.processor.corpus;
