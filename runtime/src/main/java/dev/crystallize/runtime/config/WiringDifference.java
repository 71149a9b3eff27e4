package dev.crystallize.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has changed between two wirings, in words. */
public final class WiringDifference {

  private final List<String> sentences = new ArrayList<>();

  private WiringDifference() {}

  /** Returns what has changed from one configuration to another; empty if their wirings agree. */
  public static List<String> between(ExperimentConfig before, ExperimentConfig now) {
    return between(Wiring.of(before), Wiring.of(now));
  }

  /**
   * Returns what has changed, one part of a sentence each, such as {@code step 'normalise' was
   * added}; empty if the wirings are equal.
   */
  public static List<String> between(Wiring before, Wiring now) {
    WiringDifference difference = new WiringDifference();
    if (!before.name().equals(now.name())) {
      difference.add("the name was changed from '" + before.name() + "' to '" + now.name() + "'");
    }
    difference.compareDatasources(before.datasources(), now.datasources());
    difference.compareSteps(before.steps(), now.steps());
    difference.compare("output", before.outputs(), now.outputs());
    difference.compareLists("hypothesis", "hypotheses", before.hypotheses(), now.hypotheses());
    return List.copyOf(difference.sentences);
  }

  private void compareDatasources(
      Optional<SortedMap<String, String>> before, Optional<SortedMap<String, String>> now) {
    int known = sentences.size();
    compare("datasource", before.orElseGet(TreeMap::new), now.orElseGet(TreeMap::new));
    if (sentences.size() == known) {
      compareGiven("datasource", before, now);
    }
  }

  private void compareSteps(Optional<List<String>> before, Optional<List<String>> now) {
    compareGiven("steps", before, now);
    if (before.isPresent() && now.isPresent()) {
      compareLists("step", "steps", before.get(), now.get());
    }
  }

  private void compareGiven(String key, Optional<?> before, Optional<?> now) {
    if (before.isPresent() != now.isPresent()) {
      add("'" + key + "' was " + (now.isPresent() ? "added" : "removed"));
    }
  }

  private void compareLists(String one, String many, List<String> before, List<String> now) {
    List<String> added = missing(now, before);
    List<String> removed = missing(before, now);
    added.forEach(item -> add(one + " '" + item + "' was added"));
    removed.forEach(item -> add(one + " '" + item + "' was removed"));
    if (added.isEmpty() && removed.isEmpty() && !before.equals(now)) {
      add("the order of the " + many + " was changed");
    }
  }

  /** Returns the items that the second list lacks; an item that stands twice counts twice. */
  private static List<String> missing(List<String> items, List<String> other) {
    List<String> rest = new ArrayList<>(items);
    other.forEach(rest::remove);
    return rest;
  }

  private void compare(String what, SortedMap<String, String> before, Map<String, String> now) {
    now.forEach(
        (alias, text) -> {
          Optional<String> old = Optional.ofNullable(before.get(alias));
          if (old.isEmpty()) {
            add(what + " '" + alias + "' was added");
          } else if (!old.get().equals(text)) {
            add(what + " '" + alias + "' was changed from " + old.get() + " to " + text);
          }
        });
    before.keySet().stream()
        .filter(alias -> !now.containsKey(alias))
        .forEach(alias -> add(what + " '" + alias + "' was removed"));
  }

  private void add(String sentence) {
    sentences.add(sentence);
  }
}
