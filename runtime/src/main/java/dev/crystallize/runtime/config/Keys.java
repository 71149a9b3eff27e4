package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/** A mapping of which only certain keys are allowed. */
final class Keys {

  private final YamlNode.Mapping mapping;

  private Keys(YamlNode.Mapping mapping) {
    this.mapping = mapping;
  }

  /** Reports the keys that are not allowed. */
  static Keys check(YamlNode.Mapping mapping, List<String> allowed, String owner, Scope scope) {
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!allowed.contains(key) && entry.key().isSound()) {
        scope.reportUnknown(
            Message.UNKNOWN_KEY, entry.key().place(), key, allowed, key, owner);
      }
    }
    return new Keys(mapping);
  }

  /** Allows any key. */
  static Keys of(YamlNode.Mapping mapping) {
    return new Keys(mapping);
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
