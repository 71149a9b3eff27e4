package dev.crystallize.examples.chain;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.Slot;

/** The same chain by hand: the API that generated code uses, without annotations and YAML. */
final class ByHand {

  static final ArtifactRef<Summary> SUMMARY =
      ArtifactRef.of(ByHand::producer, "summary", ArtifactLoader.file(Producer::loadJson));

  private static final ExperimentNode PRODUCER = producer("producer", 100_000);

  private ByHand() {}

  /** Prints the result table. */
  public static void main(String[] args) {
    System.out.println(graph().run());
  }

  static ExperimentGraph graph() {
    return ExperimentGraph.of(consumer());
  }

  static ExperimentNode producer() {
    return PRODUCER;
  }

  /** Throws points at random and writes how many hit. */
  static ExperimentNode producer(String name, int points) {
    ExperimentNode.Builder node = ExperimentNode.builder(name);
    node.start()
        .through(
            "produce_summary",
            step -> {
              OutputSlot<Summary> summary =
                  step.output(SUMMARY, "summary.json", ArtifactWriter.bytes(Producer::dumpJson));
              return (context, nothing) ->
                  context.output(summary).write(Summary.ofRandomPoints(points, context.random()));
            });
    return node.build();
  }

  /** Reads what the producer wrote and records what it says about pi. */
  static ExperimentNode consumer() {
    ExperimentNode.Builder node = ExperimentNode.builder("consumer");
    Slot<Summary> summary = node.input("producer_summary", SUMMARY.input());
    node.startWithInputs()
        .then(
            "inspect_summary",
            step ->
                (context, inputs) -> {
                  PiEstimate estimate = PiEstimate.of(context.get(summary));
                  context.metrics().record("pi", estimate.pi());
                  context.metrics().record("standard_error", estimate.standardError());
                  return estimate;
                });
    return node.build();
  }
}
