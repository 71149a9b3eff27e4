package dev.crystallize.runtime;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Types in a message, as the compiler prints them: by simple name, those alone qualified that share
 * theirs with another one of the message.
 */
final class TypeText {

  private final Map<String, Set<String>> qualified = new HashMap<>();

  private TypeText() {}

  /** Gets ready for a message in which these types stand. */
  static TypeText of(Type... types) {
    TypeText text = new TypeText();
    for (Type type : types) {
      text.text(type, text::remembered);
    }
    return text;
  }

  private String remembered(Class<?> type) {
    String name = type.getSimpleName();
    qualified.computeIfAbsent(name, each -> new HashSet<>()).add(type.getCanonicalName());
    return name;
  }

  /** Returns a type of the message. */
  String print(Type type) {
    return text(
        type,
        each ->
            qualified.getOrDefault(each.getSimpleName(), Set.of()).size() > 1
                ? each.getCanonicalName()
                : each.getSimpleName());
  }

  private String text(Type type, Function<Class<?>, String> names) {
    if (type instanceof Class<?> plain) {
      return plain.isArray() ? text(plain.getComponentType(), names) + "[]" : names.apply(plain);
    }
    if (type instanceof GenericArrayType array) {
      return text(array.getGenericComponentType(), names) + "[]";
    }
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments())
          .map(argument -> text(argument, names))
          .collect(
              Collectors.joining(", ", names.apply((Class<?>) generic.getRawType()) + "<", ">"));
    }
    WildcardType wildcard = (WildcardType) type;
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + text(wildcard.getLowerBounds()[0], names);
    }
    Type above = wildcard.getUpperBounds()[0];
    return above == Object.class ? "?" : "? extends " + text(above, names);
  }
}
