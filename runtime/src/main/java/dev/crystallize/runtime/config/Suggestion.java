package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * What a name that resolves to nothing may have meant.
 *
 * @param written the name that resolves to nothing
 * @param nearest the known name that is near enough to be a slip
 * @param known all known names, in the order in which they are told
 */
public record Suggestion(String written, Optional<String> nearest, List<String> known) {

  /** No suggestion; adds nothing to a text. */
  public static final Suggestion NONE = new Suggestion("", Optional.empty(), List.of());

  private static final int SHOWN = 8;

  /** Copies the names. */
  public Suggestion {
    known = List.copyOf(known);
  }

  /**
   * Returns what follows a diagnostic's text: {@code ; did you mean 'summary'?}, or {@code ; known:
   * a, b, c} if nothing is near, or nothing if nothing is known. What the eye misses is said: that
   * names differ in case only, or in snake and camel form.
   */
  public String text() {
    if (nearest.isPresent()) {
      return "; did you mean '" + Escapes.printable(nearest.get()) + "'" + difference() + "?";
    }
    return known.isEmpty() ? "" : "; known: " + listed(known);
  }

  private String difference() {
    String meant = nearest.orElseThrow();
    if (meant.equalsIgnoreCase(written)) {
      return ", which differs in case only";
    }
    return Suggestions.sameButSpelling(meant, written)
        ? ", which differs only in case, underscores or hyphens"
        : "";
  }

  /** Returns the first 8 names joined by commas, and how many more there are. */
  public static String listed(List<String> names) {
    StringBuilder text = new StringBuilder();
    int shown = Math.min(SHOWN, names.size());
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(Escapes.printable(names.get(i)));
    }
    if (names.size() > shown) {
      text.append(" and ").append(names.size() - shown).append(" more");
    }
    return text.toString();
  }
}
