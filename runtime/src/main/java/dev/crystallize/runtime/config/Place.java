package dev.crystallize.runtime.config;

import java.util.Comparator;

/**
 * A position in a configuration, as a user's editor shows it.
 *
 * @param path the path a user sees, such as {@code experiments/consumer/config.yaml}
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record Place(String path, int line, int column) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::path)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  /** Orders by path, line and column. */
  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code path:line:column}. */
  @Override
  public String toString() {
    return path + ':' + line + ':' + column;
  }
}
