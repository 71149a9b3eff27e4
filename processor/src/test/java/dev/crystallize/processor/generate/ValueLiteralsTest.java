package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueLiteralsTest {

  private final ValueLiterals literals = new ValueLiterals(new NameScope(List.of()));

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1, 1.0",
    "-0.0, -0.0",
    "100000, 100000.0",
    "1e10, 1.0e10",
    "3.5e-7, 3.5e-7",
    "-1.25e300, -1.25e300",
    "2.0e-3, 0.002",
    "4.9e-324, 5.0e-324",
    "2e23, 2.0e23",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "NaN, java.lang.Double.NaN",
    "-Infinity, java.lang.Double.NEGATIVE_INFINITY"
  })
  void numbersHaveTheFewestDigitsThatGiveThemBack(double number, String expected) {
    assertThat(literals.value(number).toString()).isEqualTo(expected);
  }

  @Test
  void everyNumberIsGivenBackToTheBit() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Double.parseDouble(literals.value(number).toString())).isEqualTo(number);
      }
    }
  }

  @Test
  void wholeNumbersTakeTheNarrowestType() {
    assertThat(literals.value(32L).toString()).isEqualTo("32");
    assertThat(literals.value(1L << 40).toString()).isEqualTo("1099511627776L");
    assertThat(literals.value(BigInteger.ONE.shiftLeft(70)).toString())
        .isEqualTo("new java.math.BigInteger(\"1180591620717411303424\")");
  }

  @Test
  void textsAreEscaped() {
    assertThat(literals.value("\"\\u0041\n\t\u0000$L").toString())
        .isEqualTo("\"\\\"\\\\u0041\\n\\t\\u0000$L\"");
  }

  @Test
  void aMapInsideAnotherKeepsItsOrder() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("low", 1L);
    inner.put("high", 2L);

    assertThat(literals.settings(Map.of("range", inner)).toString())
        .isEqualTo("java.util.Map.of(\"range\", values())");
    assertThat(literals.methods().get(0).toString())
        .containsSubsequence("values.put(\"low\", 1)", "values.put(\"high\", 2)");
  }

  @Test
  void aNullIsKept() {
    assertThat(literals.value(Arrays.asList(1L, null)).toString())
        .isEqualTo("java.util.Arrays.asList(1, null)");
    assertThat(literals.settings(Collections.singletonMap("limit", null)).toString())
        .isEqualTo("values()");
  }

  @Test
  void aLongListIsSplitOverMethods() {
    literals.value(Collections.nCopies(1001, 1L));

    assertThat(literals.methods()).hasSize(6);
  }

  @Test
  void aTextBeyondTheLimitOfConstantsIsPutTogether() {
    assertThat(literals.value("x".repeat(40_000)).toString())
        .startsWith("java.lang.String.join(\"\", \"xxx");
  }
}
