package dev.crystallize.runtime.fingerprint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The platform's ways to random numbers that differ from run to run. */
final class UnseededCalls {

  private static final Set<String> STATIC =
      Set.of(
          "java/lang/Math.random",
          "java/lang/StrictMath.random",
          "java/security/SecureRandom.getInstance",
          "java/security/SecureRandom.getInstanceStrong",
          "java/util/UUID.randomUUID",
          "java/util/concurrent/ThreadLocalRandom.current",
          "java/util/random/RandomGenerator.getDefault",
          "java/util/random/RandomGenerator.of");

  /** Calls that are unseeded only in this form. */
  private static final Map<String, String> FORMS =
      Map.of(
          "java/util/Random.<init>()V", "new Random()",
          "java/util/SplittableRandom.<init>()V", "new SplittableRandom()",
          "java/util/Collections.shuffle(Ljava/util/List;)V", "Collections.shuffle(List)",
          "java/util/random/RandomGeneratorFactory.create()Ljava/util/random/RandomGenerator;",
              "RandomGeneratorFactory.create()");

  private UnseededCalls() {}

  /** The call in Java's words, if it is one of them. */
  static Optional<String> find(String owner, MemberId member) {
    String name = owner + "." + member.name();
    if (STATIC.contains(name)) {
      return Optional.of(JvmNames.simple(owner.replace('/', '.')) + "." + member.name());
    }
    if (name.equals("java/security/SecureRandom.<init>")) {
      return Optional.of("new SecureRandom()");
    }
    return Optional.ofNullable(FORMS.get(name + member.descriptor()));
  }
}
