package dev.crystallize.runtime;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types with arguments as values, for generated code; other types are their {@link Class}. Two of
 * them are equal if they say the same.
 */
public final class GenericType {

  /** A type that nobody knows, and that fits everywhere. */
  static final Type UNKNOWN = new Unknown();

  private GenericType() {}

  private record Unknown() implements Type {}

  /**
   * A class or interface with its arguments.
   *
   * @param type the generic class
   * @param arguments one for each of its type parameters
   * @return the type
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Type of(Class<?> type, Type... arguments) {
    if (type.getTypeParameters().length != arguments.length) {
      throw new IllegalArgumentException(
          type + " has " + type.getTypeParameters().length + " type parameters");
    }
    return new Parameterized(type, List.of(arguments));
  }

  /**
   * An array of a type with arguments.
   *
   * @param element the type of its elements
   * @return the type
   */
  public static Type arrayOf(Type element) {
    return new ArrayOf(element);
  }

  /**
   * The argument {@code ? extends bound}; of {@code Object}, the argument {@code ?}.
   *
   * @param bound the bound
   * @return the argument
   */
  public static Type extending(Type bound) {
    return new Wildcard(List.of(bound), List.of());
  }

  /**
   * The argument {@code ? super bound}.
   *
   * @param bound the bound
   * @return the argument
   */
  public static Type superOf(Type bound) {
    return new Wildcard(List.of(Object.class), List.of(bound));
  }

  private record Parameterized(Class<?> type, List<Type> arguments) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return type;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return type.getDeclaringClass();
    }
  }

  private record ArrayOf(Type element) implements GenericArrayType {

    @Override
    public Type getGenericComponentType() {
      return element;
    }
  }

  private record Wildcard(List<Type> upper, List<Type> lower) implements WildcardType {

    @Override
    public Type[] getUpperBounds() {
      return upper.toArray(Type[]::new);
    }

    @Override
    public Type[] getLowerBounds() {
      return lower.toArray(Type[]::new);
    }
  }
}
