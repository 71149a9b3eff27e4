package dev.crystallize.runtime.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may name an experiment, a treatment, an output or a file: a name that is a folder or file of
 * its own on every operating system, and that no file of ours has.
 */
public final class NameRule {

  private static final int LONGEST = 100;
  private static final String ALLOWED = "letters, digits, _ . - + = and inner spaces";
  private static final Pattern REPLICATE = Pattern.compile("replicate_\\d+");
  private static final Set<String> FILES_BESIDE_TREATMENTS =
      Set.of("metadata.json", "metrics.csv", "hypotheses.json");

  /** See "Naming Files, Paths, and Namespaces" in the documentation of Win32. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3])( *\\..*)?");

  private NameRule() {}

  /** Returns why a name is not allowed, as the end of a sentence, if it is not. */
  public static Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    Optional<String> character = name.codePoints().boxed().flatMap(NameRule::refused).findFirst();
    if (character.isPresent()) {
      return Optional.of(
          "it contains " + character.get() + "; names are made of " + ALLOWED);
    }
    return edges(name);
  }

  /** Returns why a name is not allowed for a treatment, which is a folder beside files of ours. */
  public static Optional<String> treatmentProblem(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    if (REPLICATE.matcher(folded).matches() || FILES_BESIDE_TREATMENTS.contains(folded)) {
      return Optional.of("the data folder has a '" + folded + "' of its own");
    }
    return problem(name);
  }

  private static Stream<String> refused(int character) {
    boolean allowed = Character.isLetterOrDigit(character) || "_.-+= ".indexOf(character) >= 0;
    return allowed
        ? Stream.empty()
        : Stream.of("'" + Character.toString(character) + "'");
  }

  private static Optional<String> edges(String name) {
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    if (first == '_') {
      return Optional.of("a leading '_' marks files of Crystallize");
    }
    if (first == '.' || last == '.') {
      return Optional.of("it " + (first == '.' ? "starts" : "ends") + " with a dot");
    }
    if (first == ' ' || last == ' ') {
      return Optional.of("it " + (first == ' ' ? "starts" : "ends") + " with a space");
    }
    if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      return Optional.of("Windows has a device of that name");
    }
    return Optional.empty();
  }
}
