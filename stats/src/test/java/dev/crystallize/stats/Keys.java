package dev.crystallize.stats;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A result under the keys that it is written with. */
final class Keys {

  private Keys() {}

  static String of(RecordComponent component) {
    return snakeCase(component.getName());
  }

  static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** The numbers of a result. */
  static Map<String, Double> numbers(Record result) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      if (get(result, component) instanceof Number number) {
        numbers.put(of(component), number.doubleValue());
      }
    }
    return numbers;
  }

  private static Object get(Record result, RecordComponent component) {
    try {
      return component.getAccessor().invoke(result);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
