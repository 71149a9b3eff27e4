package dev.crystallize.runtime.fingerprint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, whole and short. */
final class Sha256 {

  /** 96 bits: enough to tell a few thousand things of one project apart, and short to store. */
  private static final int SHORT = 24;

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String ofText(String text) {
    MessageDigest digest = start();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }

  static String shortHex(MessageDigest digest) {
    return hex(digest).substring(0, SHORT);
  }

  static String shortOf(byte[] bytes) {
    MessageDigest digest = start();
    digest.update(bytes);
    return shortHex(digest);
  }
}
