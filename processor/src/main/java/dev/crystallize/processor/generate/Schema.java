package dev.crystallize.processor.generate;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema, draft-07: the newest draft that both IntelliJ and the YAML plugin of VS Code know
 * in full. Immutable.
 */
final class Schema {

  /** Accepts everything. */
  static final Schema ANY = new Schema(new LinkedHashMap<>());

  /** Accepts nothing. */
  static final Schema NONE = ANY.with("not", ANY);

  private final Map<String, Object> keywords;

  private Schema(Map<String, Object> keywords) {
    this.keywords = keywords;
  }

  static Schema type(String name) {
    return ANY.with("type", name);
  }

  static Schema integer(long least, long most) {
    return type("integer").with("minimum", least).with("maximum", most);
  }

  static Schema arrayOf(Schema items) {
    return type("array").with("items", items);
  }

  static Schema text(String pattern) {
    return type("string").with("pattern", pattern);
  }

  static Schema ref(String definition) {
    return ANY.with("$ref", "#/definitions/" + definition);
  }

  static Schema anyOf(Schema... choices) {
    return anyOf(List.of(choices));
  }

  /** Accepts what one of these accepts; nothing if there are none. */
  static Schema anyOf(Collection<Schema> choices) {
    return switch (choices.size()) {
      case 0 -> NONE;
      case 1 -> choices.iterator().next();
      default -> ANY.with("anyOf", List.copyOf(choices));
    };
  }

  /** Returns the keywords in the order in which they are written. */
  Map<String, Object> keywords() {
    return Collections.unmodifiableMap(keywords);
  }

  /** Adds or replaces a keyword. */
  Schema with(String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }

  /** Adds or replaces all keywords of another schema. */
  Schema withAll(Schema other) {
    Map<String, Object> more = new LinkedHashMap<>(keywords);
    more.putAll(other.keywords);
    return new Schema(more);
  }

  /** Also accepts null. */
  Schema orNull() {
    return anyOf(this, type("null"));
  }

  /** Adds what editors show, in front. Beside a {@code $ref} it would not count. */
  Schema described(String description) {
    Schema described = ANY.with("description", description);
    return keywords.containsKey("$ref")
        ? described.with("allOf", List.of(this))
        : described.withAll(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Schema schema && keywords.equals(schema.keywords);
  }

  @Override
  public int hashCode() {
    return keywords.hashCode();
  }
}
