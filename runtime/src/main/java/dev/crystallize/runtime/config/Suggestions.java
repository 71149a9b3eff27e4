package dev.crystallize.runtime.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class Suggestions {

  private Suggestions() {}

  /**
   * Returns the nearest of the known names, if it is near enough, and all of them otherwise.
   *
   * <p>A name that differs only in case or between snake_case and camelCase is nearest; else the
   * one with the least Damerau-Levenshtein distance (optimal string alignment), at most a third of
   * the length of the written name and at least 1. Of equally near names the first is taken.
   */
  public static Suggestion of(String written, Collection<String> known) {
    return new Suggestion(written, nearest(written, known), List.copyOf(known));
  }

  /** Returns the known name that is near enough to be meant, if there is one. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    String spelling = spelling(written);
    for (String name : known) {
      if (!spelling.isEmpty() && spelling(name).equals(spelling)) {
        return Optional.of(name);
      }
    }
    int limit = Math.max(1, written.length() / 3);
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      if (Math.abs(name.length() - written.length()) > limit) {
        continue;
      }
      int distance = distance(written, name);
      if (distance <= limit) {
        nearest = Optional.of(name);
        limit = distance - 1;
      }
    }
    return nearest;
  }

  /** Returns whether the names differ only in case, underscores and hyphens. */
  public static boolean sameButSpelling(String one, String other) {
    return spelling(one).equals(spelling(other));
  }

  private static String spelling(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns how many insertions, deletions, replacements and swaps of neighbours lie between two
   * names (G. Navarro, A guided tour to approximate string matching, ACM Computing Surveys 33,
   * 2001).
   */
  static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[other.length()];
  }
}
