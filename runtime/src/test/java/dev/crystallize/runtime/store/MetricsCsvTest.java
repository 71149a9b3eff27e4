package dev.crystallize.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsCsvTest {

  @Test
  void fieldsWithCommasQuotesAndLineBreaksAreQuoted() throws IOException {
    ConditionRecord results = new ConditionRecord(1);
    results.add(0, new TaskMeasures(Map.of("a,\"b\"\nc", 1.0), Map.of()));
    StringBuilder text = new StringBuilder();

    MetricsCsv.write(text, Map.of("one", Map.of("low, then high", results)));

    assertThat(text)
        .hasToString(
            """
            experiment,condition,replicate,metric,value
            one,"low, then high",0,"a,""b""
            c",1.0
            """);
  }
}
