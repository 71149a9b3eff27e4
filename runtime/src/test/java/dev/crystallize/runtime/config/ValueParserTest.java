package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueParserTest {

  private final ValueParser parser = new ValueParser();

  @Test
  void aFlowValueIsParsed() {
    assertThat(parse("[1, {a: 'b'}, 2.5]")).isEqualTo(List.of(1L, Map.of("a", "b"), 2.5));
    assertThat(parse("text")).isEqualTo("text");
    assertThat(parse("{}")).isEqualTo(Map.of());
  }

  @Test
  void aBlankTextIsNull() {
    assertThat(parse(" ")).isNull();
  }

  @Test
  void whatMustBeQuotedInAConfigurationMustBeQuotedHere() {
    ValueParser.Parsed parsed = parser.parse("e", "--set", "on");

    assertThat(parsed.value()).isEmpty();
    assertThat(Reading.places(parsed.diagnostics())).containsExactly("1:1 config-quote");
  }

  private Object parse(String text) {
    ValueParser.Parsed parsed = parser.parse("e", "--set", text);
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.value().orElseThrow().toJava();
  }
}
