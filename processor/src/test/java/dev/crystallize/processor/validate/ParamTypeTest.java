package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether values and defaults fit the types of the parameters that take them. */
class ParamTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int         | 1.5       | a whole number | 1.5",
        "int         | 3000000000| a whole number from -2147483648 to 2147483647 | 3000000000",
        "byte        | 128       | a whole number from -128 to 127 | 128",
        "Long        | '\"1\"'   | a whole number | \"1\"",
        "double      | high      | a number | \"high\"",
        "boolean     | 1         | true or false | 1",
        "char        | ab        | one character in quotes | \"ab\"",
        "String      | 1         | a text, so write it in quotes | 1",
        "String      | [ a ]     | a text | a list",
        "List<String>| a         | a list | \"a\"",
        "double[]    | [ 1, x ]  | a number | \"x\"",
        "Map<String, Integer> | { a: b } | a whole number | \"b\"",
        "Optional<Integer> | x   | a whole number | \"x\"",
        "Mode        | medium    | one of fast, very_slow | \"medium\"",
        "Grid        | { w: 1 }  | a map with w, max_height (Grid) | one without 'max_height'",
        "Grid        | { w: 1, max_height: 2, d: 3 } | a map with w, max_height (Grid) | one with"
            + " 'd'",
        "Shape       | { r: 1 }  | a map whose 'type' is one of circle, square | one without"
            + " 'type'",
        "Shape       | { type: line } | a map whose 'type' is one of circle, square | \"line\"",
        "Path        | 3         | a path (text) | 3"
      })
  void aValueThatDoesNotFitItsTypeSaysWhatWould(
      String type, String value, String expected, String found) {
    for (Compiler compiler : Compiler.values()) {
      Example example = withValue(type, value);
      int column = "      value: ".length() + 1 + insideOf(value, found);
      example
          .in(compiler)
          .says(
              "param-type",
              "Study",
              "\"study\"",
              "the parameter 'value' of step 'run' takes %s, not %s (experiments/study/config.yaml:4:%d)"
                  .formatted(expected, found, column))
          .andNothingElse();
    }
  }

  /** A value inside a list or map is the mistake, not the whole. */
  private static int insideOf(String value, String found) {
    String inner = found.replace("one with ", "").replace("\"", "").replace("'", "");
    boolean nested = value.startsWith("[") || value.startsWith("{");
    boolean whole = found.startsWith("a ") || found.startsWith("one without");
    return nested && !whole ? value.indexOf(inner) : 0;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double | 1",
        "double | .nan",
        "float | 1e3",
        "Mode | very_slow",
        "Mode | VERY_SLOW",
        "char | x",
        "Optional<String> | null",
        "Map<String, List<Integer>> | { a: [ 1 ] }",
        "Grid | { w: 1, maxHeight: 2 }",
        "Shape | { type: circle, r: 2 }",
        "Shape[] | [ { type: square, side: 2 } ]",
        "Path | data/input.csv"
      })
  void aValueOfItsTypeIsNothingToSpeakOf(String type, String value) {
    for (Compiler compiler : Compiler.values()) {
      withValue(type, value).in(compiler).andNothingElse();
    }
  }

  private static Example withValue(String type, String value) {
    return Example.study(
        """
        enum Mode { FAST, VERY_SLOW }
        record Grid(int w, int maxHeight) {}
        sealed interface Shape {}
        record Circle(double r) implements Shape {}
        record Square(double side) implements Shape {}

        @Step
        static void run(@Param %s value) {}
        """
            .formatted(type),
        """
        steps: [ run ]
        treatments:
          baseline:
              value: %s
        """
            .formatted(value));
  }

  @ParameterizedTest
  @EnumSource
  void aDefaultThatDoesNotFitIsTheMistakeOfTheJava(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(@Param(defaultValue = \"ten\") int size) {}\n",
            "steps: [ run ]\n")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "\"ten\"",
            "the default of parameter 'size' of step 'run' must be a whole number, not \"ten\"")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatNoConfigurationCanGiveIsRefused(Compiler compiler) {
    Example.study(
            "@Step\nstatic void run(@Param Thread thread) {}\n",
            "steps: [ { run: { thread: x } } ]\n")
        .in(compiler)
        .says(
            "param-type",
            "Study",
            "thread) {}",
            "the parameter 'thread' of step 'run' has a type that a configuration cannot give:"
                + " Thread is no record")
        .andNothingElse();
  }
}
