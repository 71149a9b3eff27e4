package dev.crystallize.examples.chain;

import dev.crystallize.annotations.Artifact;
import dev.crystallize.annotations.Experiment;
import dev.crystallize.annotations.Metric;
import dev.crystallize.annotations.Step;

/** Reads what {@link Producer} wrote. */
@Experiment
final class Consumer {

  private Consumer() {}

  @Step
  @Metric
  static PiEstimate inspectSummary(@Artifact Summary producerSummary) {
    return PiEstimate.of(producerSummary);
  }
}
