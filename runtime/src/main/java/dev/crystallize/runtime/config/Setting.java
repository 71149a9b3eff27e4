package dev.crystallize.runtime.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code key: value} of a step, treatment or hypothesis. In a step it may also rebind an input
 * or output: the key is then a parameter of the step and the value another alias.
 *
 * @param key the name of the parameter, as YAML spells it
 * @param value its value
 */
public record Setting(Located<String> key, Value value) {

  /** Returns the plain values by key, in order; unmodifiable, and a value may be null. */
  public static Map<String, @Nullable Object> toJava(List<Setting> settings) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (Setting setting : settings) {
      result.put(setting.key().value(), setting.value().toJava());
    }
    return Collections.unmodifiableMap(result);
  }
}
