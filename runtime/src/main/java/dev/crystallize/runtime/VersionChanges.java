package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.Fingerprint;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells what the results of two versions depend on that is not the same in both. */
final class VersionChanges {

  private final dev.crystallize.runtime.store.DataFolder store;
  private final Set<String> seen = new HashSet<>();

  VersionChanges(dev.crystallize.runtime.store.DataFolder store) {
    this.store = store;
  }

  /**
   * What changed, also further up, in words such as {@code train: treatment high_lr: learning_rate
   * 0.1 -> 0.3}.
   */
  List<String> between(StoredVersion before, StoredVersion after) {
    seen.add(after.header().experiment());
    Set<String> told = new LinkedHashSet<>(here(before, after));
    SortedMap<String, SortedSet<Integer>> old = reads(before);
    reads(after)
        .forEach(
            (experiment, versions) -> {
              SortedSet<Integer> earlier = old.get(experiment);
              if (earlier != null && !earlier.equals(versions) && seen.add(experiment)) {
                told.addAll(upstream(experiment, earlier, versions));
              }
            });
    return List.copyOf(told);
  }

  /** What changed alike in several conditions is told once. */
  private static List<String> here(StoredVersion before, StoredVersion after) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    Set<String> compared = new LinkedHashSet<>();
    for (String condition : after.header().conditions()) {
      String words = Conditions.words(condition);
      if (fingerprint(before, condition).isPresent() && fingerprint(after, condition).isPresent()) {
        compared.add(words);
      }
      for (String change : of(condition, before, after)) {
        boolean own = change.startsWith(words + ": ");
        String what = own ? change.substring(words.length() + 2) : change;
        List<String> conditions = places.computeIfAbsent(what, each -> new ArrayList<>());
        if (own) {
          conditions.add(words);
        }
      }
    }
    List<String> told = new ArrayList<>();
    places.forEach((what, conditions) -> told.add(place(conditions, compared) + what));
    return told;
  }

  private static String place(List<String> conditions, Set<String> compared) {
    if (conditions.isEmpty()) {
      return "";
    }
    boolean all = conditions.size() > 1 && conditions.size() == compared.size();
    return (all ? "all conditions" : String.join(", ", conditions)) + ": ";
  }

  private static List<String> of(String condition, StoredVersion before, StoredVersion after) {
    Optional<Fingerprint> old = fingerprint(before, condition);
    Optional<Fingerprint> now = fingerprint(after, condition);
    return old.isPresent() && now.isPresent()
        ? Fingerprint.reasons(old.get(), now.get(), Conditions.words(condition))
        : List.of();
  }

  /** What held for the first task of a condition holds for all of them. */
  private static Optional<Fingerprint> fingerprint(StoredVersion version, String condition) {
    return version.tasks().stream()
        .filter(task -> task.condition().equals(condition))
        .findFirst()
        .flatMap(task -> RunFingerprints.before(version.definitions(task)));
  }

  private List<String> upstream(
      String experiment, SortedSet<Integer> earlier, SortedSet<Integer> later) {
    Optional<StoredVersion> before = readable(experiment, earlier.last());
    Optional<StoredVersion> after = readable(experiment, later.last());
    List<String> told = new ArrayList<>();
    if (before.isPresent() && after.isPresent()) {
      between(before.get(), after.get()).forEach(change -> told.add(prefixed(experiment, change)));
    }
    boolean alike =
        before.isPresent() && after.isPresent() && wrote(before.get()).equals(wrote(after.get()));
    return told.isEmpty() && !alike
        ? List.of("reads " + experiment + " " + text(earlier) + " -> " + text(later))
        : told;
  }

  /** The content of each artifact: a version of the same content is no change. */
  private static Map<String, String> wrote(StoredVersion version) {
    Map<String, String> wrote = new HashMap<>();
    for (Committed task : version.tasks()) {
      task.artifacts()
          .forEach(
              artifact ->
                  wrote.put(
                      task.condition() + "/" + task.replicate() + "/" + artifact.output(),
                      artifact.sha256()));
    }
    return wrote;
  }

  /** What is damaged further up must not keep anyone from comparing. */
  private Optional<StoredVersion> readable(String experiment, int version) {
    try {
      return store.version(experiment, version);
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /** A change even further up names its experiment already. */
  private String prefixed(String experiment, String change) {
    boolean named = seen.stream().anyMatch(name -> change.startsWith(name + ": "));
    return named ? change : experiment + ": " + change;
  }

  private static SortedMap<String, SortedSet<Integer>> reads(StoredVersion version) {
    SortedMap<String, SortedSet<Integer>> reads = new TreeMap<>();
    for (Committed task : version.tasks()) {
      for (Map.Entry<String, Integer> read : task.reads().entrySet()) {
        reads.computeIfAbsent(read.getKey(), name -> new TreeSet<>()).add(read.getValue());
      }
    }
    return reads;
  }

  private static String text(SortedSet<Integer> versions) {
    return String.join(", ", versions.stream().map(number -> "v" + number).toList());
  }
}
