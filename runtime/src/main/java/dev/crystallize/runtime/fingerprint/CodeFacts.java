package dev.crystallize.runtime.fingerprint;

import java.security.MessageDigest;

/** Names and digests of reached code. */
final class CodeFacts {

  /** Begins the name of a class that counts whole. */
  static final String CLASS = "class ";

  private CodeFacts() {}

  static String name(ProjectClass whole) {
    return CLASS + ProjectClasses.binary(whole.name());
  }

  static String name(ProjectClass holder, MemberCode member) {
    return ProjectClasses.binary(holder.name()) + "." + member.id().spelt();
  }

  /** How a member is called in a sentence. */
  static String words(ProjectClass holder, MemberCode member) {
    return JvmNames.member(name(holder, member));
  }

  static String digest(ProjectClass whole) {
    if (whole.unknownFormat().isPresent()) {
      return whole.unknownFormat().get();
    }
    MessageDigest digest = Sha256.start();
    MemberDigest content = new MemberDigest(whole, digest);
    content.add(whole.header());
    for (MemberCode member : whole.ownMembers()) {
      if (!member.isJudge()) {
        content.name(member.id());
        content.add(member);
      }
    }
    return Sha256.shortHex(digest);
  }

  static String digest(ProjectClass holder, MemberCode member) {
    MessageDigest digest = Sha256.start();
    new MemberDigest(holder, digest).add(member);
    return Sha256.shortHex(digest);
  }
}
