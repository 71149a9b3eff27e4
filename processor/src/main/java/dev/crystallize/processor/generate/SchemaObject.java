package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.YamlName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A map of known keys under construction. Editors offer {@code properties} only, so a key's second
 * spelling becomes one of {@code patternProperties}.
 */
final class SchemaObject {

  private final Map<String, Schema> properties = new LinkedHashMap<>();
  private final Map<String, Schema> others = new LinkedHashMap<>();
  private final List<Schema> conditions = new ArrayList<>();
  private final List<String> required = new ArrayList<>();

  /** Adds a key; the first of one name counts. */
  SchemaObject key(String key, Schema value) {
    properties.putIfAbsent(key, value);
    return this;
  }

  /** Adds a key that Java names, in both spellings. */
  SchemaObject key(YamlName name, Schema value) {
    if (name.explicit().isEmpty()) {
      others.putIfAbsent(name.java(), value);
    }
    return key(name.canonical(), value);
  }

  SchemaObject require(String... keys) {
    required.addAll(List.of(keys));
    return this;
  }

  /** Requires a key that Java names, in one of both spellings. */
  SchemaObject require(YamlName name) {
    if (name.canonical().equals(name.java())) {
      return require(name.java());
    }
    Schema canonical = Schema.ANY.with("required", List.of(name.canonical()));
    Schema java = Schema.ANY.with("required", List.of(name.java()));
    return condition(Schema.anyOf(canonical, java));
  }

  /** Adds what must hold besides. */
  SchemaObject condition(Schema condition) {
    conditions.add(condition);
    return this;
  }

  /** Returns the map; it has no other keys. */
  Schema closed() {
    return build().with("additionalProperties", false);
  }

  /** Returns the map; other keys have values such as these. */
  Schema open(Schema rest) {
    return build().with("additionalProperties", rest);
  }

  private Schema build() {
    Schema schema = Schema.type("object");
    if (!properties.isEmpty()) {
      schema = schema.with("properties", properties);
    }
    Map<String, Schema> patterns = new LinkedHashMap<>();
    others.forEach(
        (java, value) -> {
          if (!properties.containsKey(java)) {
            patterns.put(SchemaNames.exactly(List.of(java)), value);
          }
        });
    if (!patterns.isEmpty()) {
      schema = schema.with("patternProperties", patterns);
    }
    if (!required.isEmpty()) {
      schema = schema.with("required", List.copyOf(required));
    }
    return conditions.isEmpty() ? schema : schema.with("allOf", List.copyOf(conditions));
  }
}
