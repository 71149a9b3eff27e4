package dev.crystallize.examples.chain;

import java.util.random.RandomGenerator;

/**
 * Points thrown at random into the unit square, and how many hit the quarter of the unit circle in
 * it.
 *
 * @param points how many were thrown; at least 1
 * @param hits how many lie in the quarter circle
 */
public record Summary(int points, int hits) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there are no points, or more hits than points
   */
  public Summary {
    if (points < 1 || hits < 0 || hits > points) {
      throw new IllegalArgumentException(
          "expected at least one point and 0 to %d hits, but found %d points and %d hits"
              .formatted(points, points, hits));
    }
  }

  /** Throws that many points. */
  static Summary ofRandomPoints(int points, RandomGenerator random) {
    int hits = 0;
    for (int i = 0; i < points; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      if (x * x + y * y < 1) {
        hits++;
      }
    }
    return new Summary(points, hits);
  }
}
