package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations of the documentation, which must always be read as they stand. */
class ReferenceConfigsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        outputs:
          summary:
            file_name: summary.json
            writer: dump_json
            loader: load_json
        steps:
          - produce_summary
        """,
        """
        datasource:
          producer_summary: producer#summary
        steps:
          - inspect_summary
        """,
        """
        name: producer
        description: Produces a JSON summary.
        replicates: 3
        datasource:
          data: numbers
        outputs:
          summary:
            file_name: summary.json
            writer: dump_json
            loader: load_json
        steps:
          - produce_summary
        treatments:
          high_lr:
            learning_rate: 0.5
        """,
        """
        name: consumer
        description: Reads the producer's summary.
        replicates: 3
        datasource:
          producer_summary: producer#summary
        steps:
          - inspect_summary
        """,
        """
        replicates: 30
        datasource: { tumours: tumours }
        outputs: { train: train.json, test: test.json }
        steps: [ split ]
        """,
        """
        datasource: { train: split#train }
        outputs: { model: model.pb }
        steps: [ train ]
        treatments:
          baseline: { learning_rate: 0.1, batch_size: 32 }
          high_lr:  { learning_rate: 1.0 }
        """,
        """
        datasource: { model: train#model, test: split#test }
        steps: [ evaluate ]
        hypotheses:
          - { verifier: paired_t_test, metrics: accuracy }
        """
      })
  void areReadWithoutAnyDiagnostic(String yaml) {
    ConfigFile file = Reading.config(yaml);

    assertThat(Reading.headlines(file.diagnostics())).isEmpty();
    assertThat(file.broken()).isEmpty();
    assertThat(file.config().steps()).isPresent();
  }
}
