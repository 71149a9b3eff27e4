package dev.crystallize.runtime.fingerprint;

import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/**
 * A field or method as it stands in its class file, debug tables and annotations left out.
 *
 * @param id what it is called
 * @param isStatic whether it belongs to no instance
 * @param isSynthetic whether the compiler made it, as it does the bodies of lambdas
 * @param isJudge whether it is a verifier or ranker, whose code no task runs
 * @param content what its digest covers
 * @param references what it refers to
 * @param randoms calls that start an unseeded generator
 */
record MemberCode(
    MemberId id,
    boolean isStatic,
    boolean isSynthetic,
    boolean isJudge,
    List<Piece> content,
    Set<Reference> references,
    Set<String> randoms) {

  /** A stretch of a member's content. */
  sealed interface Piece {}

  /** Content that counts as it is. */
  static final class Plain implements Piece {
    private final byte[] bytes;

    Plain(byte[] bytes) {
      this.bytes = bytes;
    }

    int length() {
      return bytes.length;
    }

    void addTo(MessageDigest digest) {
      digest.update(bytes);
    }
  }

  /**
   * A class name or descriptor that mentions a numbered class.
   *
   * @param text the internal name or descriptor
   */
  record Named(String text) implements Piece {}

  /**
   * A method handle on a method of the same class. If it is the body of a lambda, the body counts
   * in place of its name, which tells only its place.
   *
   * @param target the method
   * @param reference what to follow if it is no lambda
   */
  record OwnHandle(MemberId target, Reference reference) implements Piece {}
}
