package dev.crystallize.runtime;

/**
 * What ranks the treatments of a hypothesis.
 *
 * @param name its name
 * @param body what it does
 */
record RankerCode(String name, RankerBody body) {}
