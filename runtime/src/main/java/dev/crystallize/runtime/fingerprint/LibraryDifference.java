package dev.crystallize.runtime.fingerprint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in words which libraries have changed. */
public final class LibraryDifference {

  /** A jar as build tools name it: the artifact, then the version, which begins with a digit. */
  private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  private LibraryDifference() {}

  /**
   * Compares the libraries of two fingerprints.
   *
   * @param before the older ones
   * @param after the newer ones
   * @return sentences without a full stop, such as {@code tribuo-core 4.3.1 -> 4.3.2} or {@code
   *     library helpers.jar changed}; empty if all have the same content, whatever their names
   */
  public static List<String> between(Facts before, Facts after) {
    if (before.byName().isEmpty() != after.byName().isEmpty()) {
      boolean came = before.byName().isEmpty();
      return List.of(came ? "libraries are now reached" : "libraries are no longer reached");
    }
    Map<String, String> old = without(before, after);
    Map<String, String> now = without(after, before);
    List<String> words = new ArrayList<>();
    for (String label : List.copyOf(old.keySet())) {
      if (now.remove(label) != null) {
        old.remove(label);
        words.add("library " + label + " changed");
      }
    }
    for (String label : List.copyOf(old.keySet())) {
      Optional<String> successor = successor(label, now.keySet());
      if (successor.isPresent()) {
        old.remove(label);
        now.remove(successor.get());
        words.add(upgrade(label, successor.get()));
      }
    }
    now.keySet().forEach(label -> words.add("library " + label + " was added"));
    old.keySet().forEach(label -> words.add("library " + label + " was removed"));
    return words;
  }

  /** The libraries whose content the other side does not have. */
  private static Map<String, String> without(Facts facts, Facts other) {
    Set<String> known = new HashSet<>(other.byName().values());
    Map<String, String> rest = new TreeMap<>(facts.byName());
    rest.values().removeIf(known::contains);
    return rest;
  }

  private static Optional<String> successor(String label, Set<String> candidates) {
    Matcher jar = VERSIONED.matcher(label);
    if (!jar.matches()) {
      return Optional.empty();
    }
    return candidates.stream()
        .filter(
            each -> {
              Matcher other = VERSIONED.matcher(each);
              return other.matches() && other.group(1).equals(jar.group(1));
            })
        .findFirst();
  }

  private static String upgrade(String before, String after) {
    Matcher old = VERSIONED.matcher(before);
    Matcher now = VERSIONED.matcher(after);
    if (old.matches() && now.matches()) {
      return old.group(1) + " " + old.group(2) + " -> " + now.group(2);
    }
    return before + " -> " + after;
  }
}
