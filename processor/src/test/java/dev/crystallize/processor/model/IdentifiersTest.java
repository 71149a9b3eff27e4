package dev.crystallize.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

  @ParameterizedTest
  @CsvSource({
    "high_lr, highLr",
    "high-lr, highLr",
    "hello world, helloWorld",
    "HTTPServer, httpServer",
    "lr=0.1, lr_0_1",
    "class, class_",
    "toString, toString_",
    "2nd, _2nd",
    "_step, step",
    "gr\u00f6\u00dfe, gr\u00f6\u00dfe"
  })
  void methodsAreNamedInCamelCase(String name, String expected) {
    assertThat(Identifiers.camelCase(name.equals("toString") ? "to_string" : name))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "high_lr, HIGH_LR",
    "learning-rate, LEARNING_RATE",
    "logLoss, LOG_LOSS",
    "a+b, A_B",
    "1st, _1ST",
    "i, I"
  })
  void constantsAreNamedInUpperSnakeCase(String name, String expected) {
    assertThat(Identifiers.upperSnakeCase(name)).isEqualTo(expected);
  }

  @Test
  void aNameWithoutALetterIsStillLegal() {
    assertThat(Identifiers.camelCase("+")).isEqualTo("__");
    assertThat(Identifiers.upperSnakeCase("_")).isEqualTo("__");
  }
}
