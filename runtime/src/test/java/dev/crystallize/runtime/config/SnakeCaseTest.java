package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

  @ParameterizedTest
  @CsvSource({
    "dumpJSON, dump_json",
    "parseHTTPResponse, parse_http_response",
    "l2Norm, l2_norm",
    "learningRate, learning_rate",
    "train, train",
    "HelloWorld, hello_world",
    "already_snake, already_snake",
    "X, x",
    "aB, a_b",
    "toURL, to_url",
    "URLs, ur_ls",
    "x1, x1",
    "Split2Train, split2_train"
  })
  void aCapitalStartsAWord(String javaName, String expected) {
    assertThat(SnakeCase.of(javaName)).isEqualTo(expected);
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(SnakeCase.of("InitID")).isEqualTo("init_id");
    } finally {
      Locale.setDefault(before);
    }
  }
}
