package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same table as the compiler's own assignment conversion gives. */
class TypeFitTest {

  private static final Type DOUBLES = GenericType.of(List.class, Double.class);
  private static final Type NUMBERS = GenericType.of(List.class, Number.class);
  private static final Type SOME_NUMBERS =
      GenericType.of(List.class, GenericType.extending(Number.class));

  private static final Type SOME_DOUBLES =
      GenericType.of(List.class, GenericType.extending(Double.class));

  private interface Outer {
    interface List {}
  }

  private interface Table<K> extends Supplier<List<K>> {}

  private abstract static class Rows extends AbstractList<Double> implements Table<Integer> {}

  static Stream<Arguments> fitting() {
    return Stream.of(
        Arguments.of(int.class, int.class),
        Arguments.of(int.class, double.class),
        Arguments.of(Integer.class, long.class),
        Arguments.of(char.class, int.class),
        Arguments.of(int.class, Integer.class),
        Arguments.of(int.class, Object.class),
        Arguments.of(int.class, Number.class),
        Arguments.of(String.class, CharSequence.class),
        Arguments.of(DOUBLES, DOUBLES),
        Arguments.of(DOUBLES, List.class),
        Arguments.of(DOUBLES, SOME_NUMBERS),
        Arguments.of(DOUBLES, GenericType.of(Iterable.class, Double.class)),
        Arguments.of(NUMBERS, GenericType.of(List.class, GenericType.superOf(Double.class))),
        Arguments.of(SOME_NUMBERS, GenericType.of(Collection.class, wildcard())),
        Arguments.of(GenericType.of(ArrayList.class, Double.class), DOUBLES),
        Arguments.of(
            GenericType.of(Table.class, Integer.class),
            GenericType.of(Supplier.class, GenericType.of(List.class, Integer.class))),
        Arguments.of(int[].class, int[].class),
        Arguments.of(String[].class, Object[].class),
        Arguments.of(GenericType.arrayOf(DOUBLES), GenericType.arrayOf(SOME_NUMBERS)),
        Arguments.of(GenericType.arrayOf(DOUBLES), List[].class));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(double.class, int.class),
        Arguments.of(int.class, Long.class),
        Arguments.of(int.class, char.class),
        Arguments.of(boolean.class, int.class),
        Arguments.of(Number.class, double.class),
        Arguments.of(CharSequence.class, String.class),
        Arguments.of(DOUBLES, NUMBERS),
        Arguments.of(SOME_NUMBERS, DOUBLES),
        Arguments.of(NUMBERS, SOME_DOUBLES),
        Arguments.of(DOUBLES, GenericType.of(List.class, GenericType.superOf(Number.class))),
        Arguments.of(
            GenericType.of(List.class, wildcard()),
            GenericType.of(List.class, GenericType.superOf(Double.class))),
        Arguments.of(List.class, DOUBLES),
        Arguments.of(Rows.class, GenericType.of(List.class, Integer.class)),
        Arguments.of(int[].class, double[].class),
        Arguments.of(int[].class, GenericType.arrayOf(DOUBLES)),
        Arguments.of(List[].class, GenericType.arrayOf(DOUBLES)));
  }

  private static Type wildcard() {
    return GenericType.extending(Object.class);
  }

  @ParameterizedTest
  @MethodSource("fitting")
  void aValueFitsWhereJavaAssignsIt(Type from, Type to) {
    assertThat(TypeFit.fits(from, to)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aValueDoesNotFitWhereJavaDoesNotAssignIt(Type from, Type to) {
    assertThat(TypeFit.fits(from, to)).isFalse();
  }

  @Test
  void theSupertypesOfAClassKeepTheirArguments() {
    assertThat(TypeFit.fits(Rows.class, DOUBLES)).isTrue();
    assertThat(TypeFit.fits(Rows.class, GenericType.of(Table.class, Integer.class))).isTrue();
  }

  @Test
  void numbersAreWidenedToTheBoxOfWhatIsWanted() {
    assertThat(TypeFit.widened(3, double.class)).isEqualTo(3.0);
    assertThat(TypeFit.widened('a', int.class)).isEqualTo(97);
    assertThat(TypeFit.widened((byte) 1, short.class)).isEqualTo((short) 1);
    assertThat(TypeFit.widened("x", Object.class)).isEqualTo("x");
  }

  @Test
  void typesAreTextAsTheCompilerPrintsThem() {
    Type type = GenericType.of(Map.class, String.class, GenericType.arrayOf(SOME_NUMBERS));

    assertThat(TypeText.of(type).print(type)).isEqualTo("Map<String, List<? extends Number>[]>");
    assertThat(TypeText.of(List.class, Outer.List.class).print(List.class))
        .isEqualTo("java.util.List");
  }
}
