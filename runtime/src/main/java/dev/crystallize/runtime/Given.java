package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a parameter, and where it was given.
 *
 * @param value plain data
 * @param place where the key stands in a configuration, if it stands in one
 * @param valuePlace where the value stands in a configuration, if it stands in one
 */
record Given(@Nullable Object value, Optional<Place> place, Optional<Place> valuePlace) {

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
              Optional.of(setting.value().place())));
    }
    return Collections.unmodifiableMap(given);
  }
}
