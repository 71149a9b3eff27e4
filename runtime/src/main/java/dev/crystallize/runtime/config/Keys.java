package dev.crystallize.runtime.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mapping of which only certain keys are allowed. */
final class Keys {

  private final YamlNode.Mapping mapping;
  private final Set<String> misspelt;

  private Keys(YamlNode.Mapping mapping, Set<String> misspelt) {
    this.mapping = mapping;
    this.misspelt = misspelt;
  }

  /** Reports the keys that are not allowed. */
  static Keys check(YamlNode.Mapping mapping, List<String> allowed, String owner, Scope scope) {
    Set<String> misspelt = new HashSet<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!allowed.contains(key) && entry.key().isSound()) {
        scope.reportUnknown(Message.UNKNOWN_KEY, entry.key().place(), key, allowed, key, owner);
        Optional<String> meant = Suggestions.nearest(key, allowed);
        misspelt.addAll(meant.map(List::of).orElse(allowed));
      }
    }
    return new Keys(mapping, misspelt);
  }

  /** Allows any key. */
  static Keys of(YamlNode.Mapping mapping) {
    return new Keys(mapping, Set.of());
  }

  /** Whether a key is neither there nor what a reported one may mean. */
  boolean lacks(String key) {
    return !misspelt.contains(key) && get(key).isEmpty();
  }

  Optional<YamlNode> get(String key) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key().text().equals(key)) {
        return Optional.of(entry.value());
      }
    }
    return Optional.empty();
  }
}
