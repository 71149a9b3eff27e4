package dev.crystallize.processor.validate;

import dev.crystallize.runtime.config.Place;

/**
 * A value that does not fit its type.
 *
 * @param place where the value stands
 * @param expected what would be right, as part of a sentence
 * @param found what is there instead
 */
record Misfit(Place place, String expected, String found) {}
