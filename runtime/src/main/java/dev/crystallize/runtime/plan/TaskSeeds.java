package dev.crystallize.runtime.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The numbers that seed random generators.
 *
 * <p>A number depends on experiment, use, occurrence, seed and replicate alone. The condition is
 * left out on purpose: all conditions of a replicate share their random numbers, so comparisons are
 * paired.
 */
public final class TaskSeeds {

  /** The algorithm that every generator is made of, seeded with one number of this class. */
  public static final String ALGORITHM = "L64X128MixRandom";

  private static final String FORMAT = "crystallize-random-1";

  private TaskSeeds() {}

  /** The use that stands for the generator of a step. */
  public static String step(String name) {
    return "step:" + name;
  }

  /** The use that stands for the generator of a datasource. */
  public static String datasource(String alias) {
    return "datasource:" + alias;
  }

  /** The use that stands for the generator of a verifier. */
  public static String verifier(String name) {
    return "verifier:" + name;
  }

  /** The use that stands for the plain number handed to libraries that seed themselves. */
  public static String plainSeed(String use) {
    return "seed:" + use;
  }

  /**
   * The first 8 bytes, big-endian, of SHA-256 over the lines {@code crystallize-random-1},
   * experiment, use, occurrence, seed and replicate in UTF-8, joined by line feeds.
   *
   * @param experiment the experiment's declared name
   * @param use one of {@link #step}, {@link #datasource}, {@link #verifier}, {@link #plainSeed}
   * @param occurrence how often the same use came before in its list, from 0
   * @param seed the seed in effect
   * @param replicate the replicate, from 0
   */
  public static long derive(
      String experiment, String use, int occurrence, long seed, int replicate) {
    String lines =
        String.join(
            "\n",
            FORMAT,
            experiment,
            use,
            Integer.toString(occurrence),
            Long.toString(seed),
            Integer.toString(replicate));
    byte[] hash = sha256().digest(lines.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
