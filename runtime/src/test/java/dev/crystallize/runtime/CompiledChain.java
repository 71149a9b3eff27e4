package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.WiringDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two nodes as the compiler would write them, and a class path with their configurations. */
final class CompiledChain {

  static final String PRODUCER =
      """
      replicates: 2
      datasource: { numbers: numbers }
      outputs: { summary: summary.json }
      steps: [ scale, produce_summary ]
      treatments:
        baseline: { factor: 1 }
        high_lr: { factor: 10 }
      """;

  static final String CONSUMER =
      """
      datasource: { producer_summary: producer#summary }
      steps: [ inspect_summary ]
      hypotheses:
        - { verifier: difference, metrics: total }
      """;

  private final Map<String, String> resources = new HashMap<>();
  private final ExperimentNode producer;
  private final ExperimentNode consumer;
  private final ArtifactRef<Double> summary;

  CompiledChain() {
    summary = ArtifactRef.of(this::producer, "summary", ArtifactLoader.json(Codec.DOUBLE));
    producer = buildProducer();
    consumer = buildConsumer();
  }

  private ExperimentNode buildProducer() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("producer")
            .compiled(1, "producer", digest("producer", PRODUCER), this::open)
            .replicates(2)
            .baseline(Map.of("factor", 1))
            .treatment("high_lr", Map.of("factor", 10));
    Slot<List<Double>> numbers =
        node.dataSource("numbers", "numbers", spec -> context -> List.of(1.0, 2.0, 3.0));
    node.startWith(numbers)
        .then(
            "scale",
            step -> {
              Slot<Integer> factor = step.param("factor", Codec.INT);
              return (context, data) ->
                  data.stream().map(each -> each * context.get(factor)).toList();
            })
        .through(
            "produce_summary",
            step -> {
              OutputSlot<Double> out =
                  step.output(summary, "summary.json", ArtifactWriter.json(Codec.DOUBLE));
              return (context, data) ->
                  context.output(out).write(data.stream().mapToDouble(Double::doubleValue).sum());
            });
    return node.build();
  }

  private ExperimentNode buildConsumer() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("consumer")
            .compiled(1, "consumer", digest("consumer", CONSUMER), this::open);
    Slot<Double> input = node.input("producer_summary", summary.input());
    node.startWith(input)
        .through(
            "inspect_summary",
            step -> {
              step.readsContext();
              return (context, total) -> context.metrics().record("total", total);
            });
    node.hypothesis(
        "difference",
        "difference",
        List.of(List.of("total")),
        spec -> {
          Slot<Double> threshold = spec.param("threshold", Codec.DOUBLE, 0.0);
          return (context, baseline, treatment) ->
              Map.of(
                  "p_value",
                  treatment.values()[0] > baseline.values()[0] ? 0.01 : 1.0,
                  "threshold",
                  context.get(threshold));
        });
    return node.build();
  }

  ExperimentNode producer() {
    return producer;
  }

  ExperimentNode consumer() {
    return consumer;
  }

  /** Puts a configuration onto the class path. */
  CompiledChain withResource(String experiment, String yaml) {
    resources.put("/experiments/" + experiment + "/config.yaml", yaml);
    return this;
  }

  private @Nullable InputStream open(String name) {
    String yaml = resources.get(name);
    return yaml == null ? null : new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a configuration into a folder of experiments. */
  static Path write(Path experiments, String experiment, String yaml) throws IOException {
    Path folder = Files.createDirectories(experiments.resolve(experiment));
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  private static String digest(String folder, String yaml) {
    return WiringDigest.of(
        new ConfigReader().read(folder, yaml.getBytes(StandardCharsets.UTF_8)).config());
  }
}
