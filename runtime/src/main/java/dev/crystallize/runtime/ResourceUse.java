package dev.crystallize.runtime;

/**
 * A resource that something declared to use.
 *
 * @param resource the resource
 * @param type what it is used as
 */
record ResourceUse(SharedResource<?> resource, Class<?> type) {}
