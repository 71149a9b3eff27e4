package dev.crystallize.processor;

import dev.crystallize.processor.harness.Project;

/** The two experiments that the documentation of the Python system chains. */
final class ReferencePage {

  static final String PRODUCER =
      """
      package com.acme;

      import dev.crystallize.annotations.*;

      @Experiment
      final class Producer {
        record Summary(int count, double mean) {}

        @Step
        @Artifact("summary")
        static Summary produceSummary() {
          return new Summary(3, 2.0);
        }

        @Writer
        static String dumpJson(Summary summary) {
          return summary.count() + " " + summary.mean();
        }

        @Loader
        static Summary loadJson(String text) {
          String[] parts = text.split(" ");
          return new Summary(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
        }
      }
      """;

  static final String CONSUMER =
      """
      package com.acme;

      import dev.crystallize.annotations.*;

      @Experiment
      final class Consumer {
        @Step
        @Metric
        static double inspectSummary(@Artifact Producer.Summary producerSummary) {
          return producerSummary.mean();
        }
      }
      """;

  static final String PRODUCER_YAML =
      """
      outputs:
        summary:
          file_name: summary.json
          writer: dump_json
          loader: load_json
      steps:
        - produce_summary
      """;

  static final String CONSUMER_YAML =
      """
      datasource:
        producer_summary: producer#summary
      steps:
        - inspect_summary
      """;

  private ReferencePage() {}

  static Project project() {
    return Project.of()
        .java("Producer", PRODUCER)
        .java("Consumer", CONSUMER)
        .yaml("producer", PRODUCER_YAML)
        .yaml("consumer", CONSUMER_YAML);
  }
}
