package dev.crystallize.runtime.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Tells in words how a part of a fingerprint differs. */
final class PartDifference {

  private PartDifference() {}

  static List<String> between(Part part, Facts before, Facts after, String condition) {
    return switch (part) {
      case CODE -> CodeDifference.between(before, after);
      case LIBRARIES -> LibraryDifference.between(before, after);
      case PARAMETERS -> values(before, after, condition + ": ");
      case OUTPUTS -> values(before, after, "output ");
      case STEPS, SEED, JDK, RULES -> values(before, after, "");
      case FILES -> contents(before, after, "");
      case UPSTREAM -> contents(before, after, "artifact ");
    };
  }

  /** Facts whose values a person reads. */
  private static List<String> values(Facts before, Facts after, String prefix) {
    Map<String, String> old = before.byName();
    Map<String, String> now = after.byName();
    List<String> words = new ArrayList<>();
    for (String name : names(before, after)) {
      String was = old.get(name);
      String is = now.get(name);
      if (was == null) {
        words.add(prefix + name + " is now " + is);
      } else if (is == null) {
        words.add(prefix + name + " " + was + " is gone");
      } else if (!was.equals(is)) {
        words.add(prefix + name + " " + was + " -> " + is);
      }
    }
    return words;
  }

  /** Facts whose values are digests. */
  private static List<String> contents(Facts before, Facts after, String prefix) {
    Map<String, String> old = before.byName();
    Map<String, String> now = after.byName();
    List<String> words = new ArrayList<>();
    for (String name : names(before, after)) {
      if (!old.containsKey(name)) {
        words.add(prefix + name + " is now read");
      } else if (!now.containsKey(name)) {
        words.add(prefix + name + " is no longer read");
      } else if (!now.get(name).equals(old.get(name))) {
        words.add(prefix + name + " changed");
      }
    }
    return words;
  }

  private static Set<String> names(Facts before, Facts after) {
    Set<String> names = new TreeSet<>(before.byName().keySet());
    names.addAll(after.byName().keySet());
    return names;
  }
}
