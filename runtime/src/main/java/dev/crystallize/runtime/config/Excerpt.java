package dev.crystallize.runtime.config;

/**
 * The line of source that a diagnostic speaks of, shown under its text.
 *
 * @param line the number of the line, from 1
 * @param column the column of the mistake within {@code text}, in code points, from 1
 * @param text the line without its end, or a part of it if it is very long
 */
public record Excerpt(int line, int column, String text) {}
