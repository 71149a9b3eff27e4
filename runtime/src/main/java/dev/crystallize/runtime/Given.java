package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a parameter, and where it was given.
 *
 * @param value plain data
 * @param place where the key stands in a configuration, if it stands in one
 * @param located the value as it stands in a configuration, if it stands in one
 */
record Given(@Nullable Object value, Optional<Place> place, Optional<Value> located) {

  static Given inCode(@Nullable Object value) {
    return new Given(PlainData.of(value), Optional.empty(), Optional.empty());
  }

  static Map<String, Given> inCode(Map<String, ?> values) {
    Map<String, Given> given = new LinkedHashMap<>();
    values.forEach((key, value) -> given.put(key, inCode(value)));
    return Collections.unmodifiableMap(given);
  }

  static Map<String, Given> inYaml(List<Setting> settings) {
    Map<String, Given> given = new LinkedHashMap<>();
    for (Setting setting : settings) {
      given.put(
          setting.key().value(),
          new Given(
              setting.value().toJava(),
              Optional.of(setting.key().place()),
              Optional.of(setting.value())));
    }
    return Collections.unmodifiableMap(given);
  }

  /** Where the value stands in a configuration, if it stands in one. */
  Optional<Place> valuePlace() {
    return located.map(Value::place);
  }

  /** Where the part of the value stands that its codec refused. */
  Optional<Place> placeOf(CodecException refusal) {
    return located.map(value -> placeOf(refusal, value));
  }

  private static Place placeOf(CodecException refusal, Value value) {
    Value part = value;
    for (String segment : refusal.segments()) {
      Optional<Value> inside = part(part, segment);
      if (inside.isEmpty()) {
        return part.place();
      }
      part = inside.get();
    }
    return setting(part, refusal.key()).map(key -> key.key().place()).orElse(part.place());
  }

  private static Optional<Value> part(Value value, String segment) {
    if (value instanceof Value.Items list) {
      String index = segment.substring(1, segment.length() - 1);
      return list.items().stream().skip(Long.parseLong(index)).findFirst();
    }
    return setting(value, segment.substring(1)).map(Setting::value);
  }

  /** A component of a record may be spelt as in Java or in snake_case. */
  private static Optional<Setting> setting(Value value, String key) {
    List<Setting> all = value instanceof Value.Fields map ? map.fields() : List.of();
    return Stream.<Predicate<String>>of(key::equals, SnakeCase.of(key)::equals)
        .flatMap(isMeant -> all.stream().filter(each -> isMeant.test(each.key().value())))
        .findFirst();
  }
}
