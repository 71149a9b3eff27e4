package dev.crystallize.stats;

import java.util.random.RandomGenerator;

/**
 * Draws what resampling needs, from {@code nextLong} alone: how the other methods of a generator
 * use its bits is not laid down, and may differ between Java versions.
 */
final class Draws {

  private final RandomGenerator random;
  private long bits;
  private int left;

  Draws(RandomGenerator random) {
    this.random = random;
  }

  /** A fair coin. */
  boolean coin() {
    if (left == 0) {
      bits = random.nextLong();
      left = Long.SIZE;
    }
    boolean heads = (bits & 1) == 1;
    bits >>>= 1;
    left--;
    return heads;
  }

  /**
   * A number from 0 to {@code bound} - 1. None is more likely than another by more than bound /
   * 2^32.
   */
  int index(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }
}
