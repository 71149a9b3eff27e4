package dev.crystallize.runtime.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest by which a compiled node knows whether the wiring has changed since. */
public final class WiringDigest {

  private WiringDigest() {}

  /** Returns the digest of a configuration's wiring; see {@link #of(Wiring)}. */
  public static String of(ExperimentConfig config) {
    return of(Wiring.of(config));
  }

  /** Returns the SHA-256 of the wiring's canonical text in UTF-8, as 64 lower-case hex digits. */
  public static String of(Wiring wiring) {
    try {
      byte[] text = wiring.canonicalText().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
