package dev.crystallize.runtime.config;

/**
 * Something read from a configuration, and where it stands there.
 *
 * @param value what was read
 * @param place where it starts; behind an alias, the place of the original
 * @param <T> the type of what was read
 */
public record Located<T>(T value, Place place) {}
