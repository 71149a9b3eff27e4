package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "On",
        "ON",
        "off",
        "Off",
        "OFF",
        "yes",
        "Yes",
        "YES",
        "no",
        "No",
        "NO",
        "012",
        "+012",
        "08",
        "00",
        "1_000",
        "-1_0",
        "0b11",
        "-0b1_0",
        "0x1_f",
        "12:30",
        "-1:00:59",
        "1:30.5",
        "2024-01-31",
        "2024-1-2 3:04:05",
        "2024-01-31T09:00:00Z",
        "2024-01-31 09:00:00.5 +02:00"
      })
  void thesePlainScalarsMustBeQuoted(String text) {
    assertThat(PythonReading.of(text)).isPresent();
    assertThat(Reading.places(Reading.yaml("k: " + text).diagnostics()))
        .containsExactly("1:4 config-quote");
    assertThat(Reading.yaml("k: '" + text + "'", "l: \"" + text + "\"").diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "n",
        "Y",
        "oN",
        "1e-3",
        "0o17",
        "0",
        "-0",
        "10",
        "0.5",
        "01:30",
        "12:60",
        "1:2:345",
        "12:",
        "2024-1-2",
        "2024-01-31x",
        "1_000.5",
        "_1",
        "0x1f",
        "a:b",
        "-",
        "+",
        "1.2.3",
        "v2024-01-01",
        "2024-01",
        "0b",
        "0b2",
        "10:30:xx"
      })
  void thesePlainScalarsAreTheSameEverywhere(String text) {
    assertThat(PythonReading.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "on, true",
    "NO, false",
    "012, the number 10",
    "-012, the number -10",
    "08, a text",
    "1_000, the number 1000",
    "0b101, the number 5",
    "12:30, a number to base 60",
    "2024-01-31, a date"
  })
  void theMessageSaysWhatPythonReads(String text, String meaning) {
    assertThat(PythonReading.of(text).orElseThrow().meaning()).isEqualTo(meaning);
  }

  @Test
  void theMessageSaysWhatToWrite() {
    assertThat(Reading.headlines(Reading.config("description: 12:30").diagnostics()))
        .containsExactly(
            "'12:30' without quotes is a number to base 60 to the Python tools;"
                + " write \"12:30\" or 750");
  }

  @Test
  void aVeryLongNumberIsNotComputed() {
    assertThat(PythonReading.of("0" + "7".repeat(100_000)).orElseThrow().meaning())
        .isEqualTo("a number");
  }
}
