package dev.crystallize.runtime.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A JSON object as it was read: nothing in it is trusted until it was asked for by type. */
final class JsonObject {

  /** The object is not of the expected form. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super("unexpected content: " + what);
    }

    Malformed(JacksonException cause) {
      super(cause);
    }
  }

  private final Map<String, Object> members;

  private JsonObject(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Reads the object that the bytes hold.
   *
   * @throws Malformed if they hold anything else, or a null
   */
  static JsonObject parse(byte[] bytes) {
    try (JsonParser json = JsonText.parser(bytes, bytes.length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("no object");
      }
      return object(json);
    } catch (JacksonException e) {
      throw new Malformed(e);
    }
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Set<String> names() {
    return members.keySet();
  }

  String text(String name) {
    return as(String.class, name, members.get(name));
  }

  boolean flag(String name) {
    return as(Boolean.class, name, members.get(name));
  }

  long number(String name) {
    return as(Long.class, name, members.get(name));
  }

  /** A whole number that is not negative. */
  int count(String name) {
    long number = number(name);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new Malformed(name + " " + number);
    }
    return (int) number;
  }

  double real(String name) {
    return real(name, members.get(name));
  }

  /** The object under a name; an empty one if there is none. */
  JsonObject object(String name) {
    return has(name) ? as(JsonObject.class, name, members.get(name)) : new JsonObject(Map.of());
  }

  /** The values under a name; none if there is no such name. */
  List<Object> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    List<?> list = as(List.class, name, members.get(name));
    return new ArrayList<>(list);
  }

  List<String> texts(String name) {
    return list(name).stream().map(value -> as(String.class, name, value)).toList();
  }

  List<Long> numbers(String name) {
    return list(name).stream().map(value -> as(Long.class, name, value)).toList();
  }

  List<Double> reals(String name) {
    return list(name).stream().map(value -> real(name, value)).toList();
  }

  private static double real(String name, @Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    return switch (as(String.class, name, value)) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new Malformed(name + " is no number");
    };
  }

  private static <T> T as(Class<T> type, String name, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new Malformed(name + " is " + value);
    }
    return type.cast(value);
  }

  private static JsonObject object(JsonParser json) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      members.put(name, value(json));
    }
    return new JsonObject(members);
  }

  /** The recursion is as deep as the parser allows nesting, 500 levels. */
  private static Object value(JsonParser json) {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(json);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(json));
      }
      return list;
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDoubleValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    throw new Malformed(String.valueOf(token));
  }
}
