package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreTypeTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void theseAreNull(String text) {
    assertThat(CoreType.of(text)).isEqualTo(CoreType.NULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", "false", "False", "FALSE"})
  void theseAreTruths(String text) {
    assertThat(CoreType.of(text)).isEqualTo(CoreType.TRUTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-19", "+3", "0o17", "0xfF", "123456789012345678901234567890"})
  void theseAreWholeNumbers(String text) {
    assertThat(CoreType.of(text)).isEqualTo(CoreType.WHOLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.", "-0.0", ".5", "1e3", "1e-3", "+12E03", "-2E+05", ".inf", "-.Inf", "+.INF", ".nan",
        ".NaN", ".NAN"
      })
  void theseAreReal(String text) {
    assertThat(CoreType.of(text)).isEqualTo(CoreType.REAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "n",
        "tRUE",
        "nULL",
        ".",
        "-",
        "+",
        "e3",
        "1e",
        "1e+",
        "0o8",
        "0x",
        "-0x1",
        "1_000.5",
        "1.2.3",
        "1a",
        "-.nan",
        ".infx",
        "\u0661",
        "0x\uff11",
        "..5"
      })
  void theseAreTexts(String text) {
    assertThat(CoreType.of(text)).isEqualTo(CoreType.TEXT);
  }
}
