package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The chain of the reference page, as a careful person would write it by hand: a producer sums
 * three numbers up to 6 times its factor, a consumer records the total.
 */
final class SummaryChain {

  /** What the producer writes. */
  record Summary(double total, List<Double> numbers) {}

  static final Codec<Summary> SUMMARY_CODEC =
      Codec.record(
          "Summary",
          fields -> {
            var total = fields.add("total", Codec.DOUBLE, Summary::total);
            var numbers = fields.add("numbers", Codec.list(Codec.DOUBLE), Summary::numbers);
            return in -> new Summary(in.get(total), in.get(numbers));
          });

  private final ExperimentNode producer;
  private final ArtifactRef<Summary> summary;

  SummaryChain() {
    this(3);
  }

  SummaryChain(int replicates) {
    this(replicates, 10.0);
  }

  SummaryChain(int replicates, double highFactor) {
    summary = ArtifactRef.of(this::producer, "summary", ArtifactLoader.json(SUMMARY_CODEC));
    producer =
        producerBuilder(summary)
            .replicates(replicates)
            .baseline(Map.of("factor", 1))
            .treatment("high_lr", Map.of("factor", highFactor))
            .build();
  }

  static ExperimentNode.Builder producerBuilder(ArtifactRef<Summary> summary) {
    ExperimentNode.Builder node = ExperimentNode.builder("producer");
    var numbers = node.dataSource("numbers", "numbers", spec -> context -> List.of(1.0, 2.0, 3.0));
    node.startWith(numbers)
        .then(
            "produce_summary",
            step -> {
              Slot<Double> factor = step.param("factor", Codec.DOUBLE);
              OutputSlot<Summary> out =
                  step.output(summary, "summary.json", ArtifactWriter.json(SUMMARY_CODEC));
              return (context, data) -> {
                double sum = data.stream().mapToDouble(Double::doubleValue).sum();
                Summary result = new Summary(sum * context.get(factor), data);
                context.output(out).write(result);
                return result;
              };
            });
    return node;
  }

  ArtifactRef<Summary> summary() {
    return summary;
  }

  ExperimentNode producer() {
    return producer;
  }

  /** A consumer that records the total of each summary. */
  ExperimentNode.Builder consumer() {
    ExperimentNode.Builder node = ExperimentNode.builder("consumer");
    var input = node.input("producer_summary", summary.input());
    node.startWithInputs()
        .through(
            "inspect_summary",
            step ->
                (context, data) -> context.metrics().record("total", context.get(input).total()));
    return node;
  }

  static RunOptions.Builder into(Path data) {
    return RunOptions.builder().dataDirectory(data).parallelism(2);
  }
}
