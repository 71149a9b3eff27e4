package dev.crystallize.runtime;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a value of one type may go where another is wanted: by Java's assignment conversion,
 * except that a raw type never fits a parameterised one. What the compiler checks with its own
 * types, for code that is wired at run time.
 */
final class TypeFit {

  private static final Map<Class<?>, Class<?>> PRIMITIVE_OF_BOX =
      Map.of(
          Boolean.class, boolean.class,
          Byte.class, byte.class,
          Short.class, short.class,
          Character.class, char.class,
          Integer.class, int.class,
          Long.class, long.class,
          Float.class, float.class,
          Double.class, double.class);

  private static final List<Class<?>> WIDENING =
      List.of(byte.class, short.class, int.class, long.class, float.class, double.class);

  private TypeFit() {}

  /** Returns whether a value may go there. */
  static boolean fits(Type from, Type to) {
    if (from == GenericType.UNKNOWN || to == GenericType.UNKNOWN) {
      return true;
    }
    if (to instanceof Class<?> wanted && wanted.isPrimitive()) {
      Optional<Class<?>> given = primitive(from);
      return given.isPresent() && widens(given.get(), wanted);
    }
    return isSubtype(boxed(from), to);
  }

  /** Returns whether it is {@code int} or the like. */
  static boolean isPrimitive(Type type) {
    return type instanceof Class<?> plain && plain.isPrimitive();
  }

  /** Returns the box of a primitive, and any other type as it is. */
  static Type boxed(Type type) {
    return PRIMITIVE_OF_BOX.entrySet().stream()
        .filter(each -> each.getValue().equals(type))
        .<Type>map(Map.Entry::getKey)
        .findFirst()
        .orElse(type);
  }

  /** Returns a number or character as the box of another primitive type, as Java widens it. */
  static Object widened(Object value, Type to) {
    Object number = value instanceof Character letter ? (Object) (int) letter : value;
    if (!(number instanceof Number from) || boxed(to) == value.getClass()) {
      return value;
    }
    if (to == double.class) {
      return from.doubleValue();
    }
    if (to == float.class) {
      return from.floatValue();
    }
    if (to == long.class) {
      return from.longValue();
    }
    if (to == int.class) {
      return from.intValue();
    }
    return to == short.class ? (Object) from.shortValue() : value;
  }

  private static Optional<Class<?>> primitive(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.isPrimitive()
          ? Optional.of(plain)
          : Optional.ofNullable(PRIMITIVE_OF_BOX.get(plain));
    }
    return Optional.empty();
  }

  private static boolean widens(Class<?> from, Class<?> to) {
    if (from == to) {
      return true;
    }
    int wanted = WIDENING.indexOf(to);
    return from == char.class
        ? wanted >= WIDENING.indexOf(int.class)
        : WIDENING.contains(from) && wanted > WIDENING.indexOf(from);
  }

  private static boolean isSubtype(Type from, Type to) {
    if (to instanceof Class<?> wanted) {
      return wanted.isAssignableFrom(erased(from));
    }
    if (to instanceof GenericArrayType wanted) {
      return component(from)
          .filter(element -> isSubtype(element, wanted.getGenericComponentType()))
          .isPresent();
    }
    if (!(to instanceof ParameterizedType wanted)) {
      return false;
    }
    return seenAs(from, (Class<?>) wanted.getRawType())
        .filter(ParameterizedType.class::isInstance)
        .map(found -> ((ParameterizedType) found).getActualTypeArguments())
        .filter(arguments -> contain(wanted.getActualTypeArguments(), arguments))
        .isPresent();
  }

  private static boolean contain(Type[] wanted, Type[] given) {
    for (int i = 0; i < wanted.length; i++) {
      if (!contains(wanted[i], given[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one type argument stands for all that another one may be. */
  private static boolean contains(Type wanted, Type given) {
    if (!(wanted instanceof WildcardType wildcard)) {
      return wanted.equals(given);
    }
    if (wildcard.getLowerBounds().length > 0) {
      Type[] least =
          given instanceof WildcardType other ? other.getLowerBounds() : new Type[] {given};
      return least.length > 0 && isSubtype(wildcard.getLowerBounds()[0], least[0]);
    }
    Type greatest = given instanceof WildcardType other ? other.getUpperBounds()[0] : given;
    return isSubtype(greatest, wildcard.getUpperBounds()[0]);
  }

  private static Optional<Type> component(Type type) {
    if (type instanceof GenericArrayType array) {
      return Optional.of(array.getGenericComponentType());
    }
    return type instanceof Class<?> plain
        ? Optional.ofNullable(plain.getComponentType())
        : Optional.empty();
  }

  private static Class<?> erased(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return erased(array.getGenericComponentType()).arrayType();
    }
    return Object.class;
  }

  /** The supertype of a type that has the wanted class or interface. */
  private static Optional<Type> seenAs(Type type, Class<?> wanted) {
    Class<?> plain = erased(type);
    if (plain == wanted) {
      return Optional.of(type);
    }
    if (plain.isArray() || !wanted.isAssignableFrom(plain)) {
      return Optional.empty();
    }
    boolean raw = type instanceof Class<?> && plain.getTypeParameters().length > 0;
    Map<TypeVariable<?>, Type> arguments = new HashMap<>();
    if (type instanceof ParameterizedType generic) {
      TypeVariable<?>[] variables = plain.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        arguments.put(variables[i], generic.getActualTypeArguments()[i]);
      }
    }
    return Stream.concat(
            Stream.ofNullable(plain.getGenericSuperclass()),
            Arrays.stream(plain.getGenericInterfaces()))
        .map(above -> raw ? erased(above) : substituted(above, arguments))
        .flatMap(above -> seenAs(above, wanted).stream())
        .findFirst();
  }

  private static Type substituted(Type type, Map<TypeVariable<?>, Type> arguments) {
    if (type instanceof TypeVariable<?> variable) {
      Type argument = arguments.get(variable);
      return argument == null ? Object.class : argument;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] inside =
          Arrays.stream(generic.getActualTypeArguments())
              .map(argument -> substituted(argument, arguments))
              .toArray(Type[]::new);
      return GenericType.of((Class<?>) generic.getRawType(), inside);
    }
    if (type instanceof GenericArrayType array) {
      Type element = substituted(array.getGenericComponentType(), arguments);
      return element instanceof Class<?> plain ? plain.arrayType() : GenericType.arrayOf(element);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard.getLowerBounds().length > 0
          ? GenericType.superOf(substituted(wildcard.getLowerBounds()[0], arguments))
          : GenericType.extending(substituted(wildcard.getUpperBounds()[0], arguments));
    }
    return type;
  }
}
