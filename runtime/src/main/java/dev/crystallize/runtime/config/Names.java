package dev.crystallize.runtime.config;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which names work as files and folders on every system: those of experiments, treatments, outputs
 * and their files.
 */
public final class Names {

  /** How many characters a name may have. */
  public static final int LONGEST = 100;

  /** Disks count bytes, and take 255; some are left for what is put before or behind a name. */
  private static final int MOST_BYTES = 240;

  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
  private static final Set<String> TAKEN =
      Set.of("metadata.json", "metrics.csv", "hypotheses.json");
  private static final String REPLICATE = "replicate_";

  private Names() {}

  /**
   * Returns why something cannot have this name, in words that follow a colon, such as {@code it
   * starts with '_'}; empty if it can.
   */
  public static Optional<String> problemWith(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("it takes more than " + MOST_BYTES + " bytes in UTF-8");
    }
    Optional<String> character = forbiddenCharacter(name);
    if (character.isPresent()) {
      return Optional.of(
          "it contains '"
              + Escapes.printable(character.get())
              + "'; letters, digits, '_', '.', '-', '+', '=' and inner spaces are allowed");
    }
    return endsBadly(name).or(() -> device(name));
  }

  /** Also refuses what lies beside the folders of conditions; see {@link #problemWith}. */
  public static Optional<String> problemWithCondition(String name) {
    return problemWith(name)
        .or(
            () -> {
              String folded = ignoringCase(name);
              boolean taken = TAKEN.contains(folded) || isReplicateFolder(folded);
              return taken
                  ? Optional.of("a file or folder of that name lies beside the treatment's data")
                  : Optional.empty();
            });
  }

  /** Returns a form of the name that is equal for names which a disk may not tell apart. */
  public static String ignoringCase(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static Optional<String> forbiddenCharacter(String name) {
    int codePoint;
    for (int i = 0; i < name.length(); i += Character.charCount(codePoint)) {
      codePoint = name.codePointAt(i);
      if (!Character.isLetterOrDigit(codePoint) && "_.-+= ".indexOf(codePoint) < 0) {
        return Optional.of(Character.toString(codePoint));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> endsBadly(String name) {
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    if (first == '_' || first == '.') {
      return Optional.of("it starts with '" + first + "'");
    }
    if (last == '.') {
      return Optional.of("it ends with '.'");
    }
    if (first == ' ' || last == ' ') {
      return Optional.of("it starts or ends with a space");
    }
    return Optional.empty();
  }

  /** Windows takes these for devices, whatever their case and extension. */
  private static Optional<String> device(String name) {
    int dot = name.indexOf('.');
    String stem = ignoringCase(dot < 0 ? name : name.substring(0, dot)).stripTrailing();
    boolean isPort =
        stem.length() == 4
            && (stem.startsWith("com") || stem.startsWith("lpt"))
            && "0123456789\u00b9\u00b2\u00b3".indexOf(stem.charAt(3)) >= 0;
    if (isPort || DEVICES.contains(stem)) {
      return Optional.of("it is the name of a device on Windows");
    }
    return Optional.empty();
  }

  private static boolean isReplicateFolder(String folded) {
    if (!folded.startsWith(REPLICATE) || folded.length() == REPLICATE.length()) {
      return false;
    }
    for (int i = REPLICATE.length(); i < folded.length(); i++) {
      if (!Character.isDigit(folded.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
