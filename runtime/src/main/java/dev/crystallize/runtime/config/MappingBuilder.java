package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of one mapping: its own, and those that {@code <<} brings. */
final class MappingBuilder {

  private final Place place;
  private final Findings findings;
  private final Map<String, Entry> own = new LinkedHashMap<>();
  private final Map<String, Entry> merged = new LinkedHashMap<>();
  private final List<Scalar> mergeKeys = new ArrayList<>();
  private boolean sound;

  MappingBuilder(Place place, Findings findings, boolean sound) {
    this.place = place;
    this.findings = findings;
    this.sound = sound;
  }

  /**
   * Adds an entry; of two with the same key the first that has a value stands, but is not sound. A
   * line that was doubled leaves a key without any, which is no second mistake.
   */
  void put(Entry entry) {
    String key = entry.key().text();
    sound &= entry.isSound();
    Entry first = own.putIfAbsent(key, entry);
    if (first != null) {
      reportTwice(entry.key(), first.key());
      YamlNode value = isNothing(first.value()) ? entry.value() : first.value();
      own.put(key, new Entry(first.key(), value, false));
    }
  }

  private static boolean isNothing(YamlNode value) {
    return value instanceof Scalar scalar && scalar.type() == CoreType.NULL;
  }

  /** Adds the entries of a mapping, or of each mapping of a sequence; earlier ones win. */
  void merge(Scalar key, YamlNode value) {
    if (!mergeKeys.isEmpty()) {
      reportTwice(key, mergeKeys.get(0));
    }
    mergeKeys.add(key);
    sound &= value.isSound();
    if (value instanceof Sequence maps) {
      maps.items().forEach(this::mergeOne);
    } else {
      mergeOne(value);
    }
  }

  private void mergeOne(YamlNode value) {
    if (value instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        merged.putIfAbsent(entry.key().text(), entry);
      }
    } else if (value.isSound()) {
      sound = false;
      findings.add(
          Message.TYPE, value.place(), "'<<'", "a map or a list of maps", Found.describe(value));
    }
  }

  private void reportTwice(Scalar second, Scalar first) {
    sound = false;
    String line = Integer.toString(first.place().line());
    findings.add(Message.DUPLICATE_KEY, second.place(), second.text(), line);
  }

  /** Returns the mapping. Merged entries come first, as Python has them; own ones replace them. */
  Mapping build() {
    Map<String, Entry> all = new LinkedHashMap<>(merged);
    all.putAll(own);
    int size = 1;
    int height = 0;
    for (Entry entry : all.values()) {
      size += 1 + entry.value().size();
      height = Math.max(height, entry.value().height());
    }
    return new Mapping(place, List.copyOf(all.values()), size, height + 1, sound);
  }
}
