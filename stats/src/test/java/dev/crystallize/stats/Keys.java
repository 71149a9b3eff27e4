package dev.crystallize.stats;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A result under the keys that it is written with. */
final class Keys {

  private Keys() {}

  static String of(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  static List<String> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(Keys::of).toList();
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
