package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.GraphPlanner;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.plan.PlanOptions;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.plan.Planning;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Graphs whose experiments each write one artifact {@code out}, and code that runs them. */
final class Runs {

  static final String DIGEST = "ab".repeat(32);

  private Runs() {}

  static PlanNode node(String name, int replicates, List<String> treatments, String... upstreams) {
    List<PlanEdge> reads =
        Stream.of(upstreams).map(upstream -> new PlanEdge(upstream, upstream, "out")).toList();
    return new PlanNode(name, OptionalInt.of(replicates), treatments, reads);
  }

  static GraphPlan plan(PlanNode... nodes) {
    Planning planning = GraphPlanner.plan(List.of(nodes), PlanOptions.AS_CONFIGURED);
    if (planning instanceof Planning.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError(planning);
  }

  /** A source and a sink, two treatments, so many replicates. */
  static GraphPlan pair(int replicates) {
    return plan(
        node("producer", replicates, List.of("high")),
        node("consumer", replicates, List.of("low"), "producer"));
  }

  static GraphPlan diamond(int replicates) {
    return plan(
        node("top", replicates, List.of("x")),
        node("left", replicates, List.of(), "top"),
        node("right", replicates, List.of("y"), "top"),
        node("bottom", replicates, List.of(), "left", "right"));
  }

  static List<NodeStorage> storage(GraphPlan plan) {
    return plan.experiments().stream()
        .map(PlannedExperiment::name)
        .map(
            name ->
                new NodeStorage(
                    name,
                    List.of(new StoredOutput("out", "out.txt", "write_out")),
                    0,
                    DIGEST,
                    true,
                    Map.of()))
        .toList();
  }

  static RunRequest request(GraphPlan plan, Path data, int parallelism, TaskCode code) {
    return new RequestBuilder(plan, data, code).parallelism(parallelism).build();
  }

  static RunRequest request(GraphPlan plan, Path data, FailureMode mode, TaskCode code) {
    return new RequestBuilder(plan, data, code).failureMode(mode).build();
  }

  /** Writes what it is and all it reads, and measures its length. */
  static TaskResult writeWhatIsRead(TaskRun task) throws IOException {
    task.step("write_out");
    StringBuilder text = new StringBuilder(task.experiment());
    text.append(' ').append(task.condition()).append(' ').append(task.replicate());
    for (String upstream : List.of("producer", "top", "left", "right")) {
      text.append(read(task, upstream));
    }
    write(task, text.toString());
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("length", (double) text.length());
    if (task.replicate() % 2 == 1) {
      metrics.put("odd", Double.NaN);
    }
    return TaskResult.of(metrics);
  }

  private static String read(TaskRun task, String upstream) throws IOException {
    UpstreamArtifact artifact;
    try {
      artifact = task.artifact(upstream);
    } catch (IllegalArgumentException e) {
      return "";
    }
    return " <" + text(artifact.bytes()) + ">";
  }

  static void write(TaskRun task, String text) throws IOException {
    try (OutputStream out = task.create("out").stream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Every file below a folder with its content; journals and leases, which differ, left out. */
  static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("_journal.jsonl"))
          .forEach(file -> files.put(folder.relativize(file).toString(), content(file)));
    }
    return files;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
