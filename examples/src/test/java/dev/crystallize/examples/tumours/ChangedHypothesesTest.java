package dev.crystallize.examples.tumours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ExperimentGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hypotheses as the YAML has them now, with the tests of the statistics module. */
class ChangedHypothesesTest {

  @TempDir private Path experiments;

  @Test
  void aTestOfOneMetricIsNotGivenTwo() throws IOException {
    change("[[accuracy], [log_loss]]", "[[accuracy, log_loss]]");

    assertThatThrownBy(() -> ExperimentGraph.fromYaml(experiments))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "[hypothesis-metric] verifier 'paired_t_test' tests one metric at a time, not"
                + " accuracy, log_loss together (experiments/evaluate/config.yaml:5:53)")
        .hasMessageContaining("write a group for each: metrics: [[accuracy], [log_loss]]");
  }

  @Test
  void aTestThatWasNotNamedBeforeIsHeldToItToo() throws IOException {
    change("sign_flip_test, metrics: accuracy", "mann_whitney");

    assertThatThrownBy(() -> ExperimentGraph.fromYaml(experiments))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("verifier 'mann_whitney' tests one metric at a time");
  }

  private void change(String from, String to) throws IOException {
    for (String name : List.of("split", "train", "evaluate")) {
      String resource = "/experiments/" + name + "/config.yaml";
      try (InputStream text = EvaluateGraph.class.getResourceAsStream(resource)) {
        String yaml = new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        Path folder = Files.createDirectories(experiments.resolve(name));
        Files.writeString(folder.resolve("config.yaml"), yaml.replace(from, to));
      }
    }
  }
}
