package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.GraphPlanner;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.plan.PlanOptions;
import dev.crystallize.runtime.plan.Planning;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.TaskFingerprints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A chain {@code a <- b <- c} as it stands at one moment: {@code a} defines the treatment {@code t}
 * and {@code b}, where it has it, {@code u}. What a task writes follows from the first letters of
 * the codes of its experiment and those before it, so that {@code 1} and {@code 1+} are different
 * code that gives the same bytes.
 *
 * @param ofB the form in which {@code b} writes
 */
record Study(String a, String b, String c, int replicates, boolean u, Written ofB) {

  static final Study FIRST = new Study("1", "1", "1", 2, false, Written.FILE);
  static final List<String> EXPERIMENTS = List.of("a", "b", "c");

  Study a(String code) {
    return new Study(code, b, c, replicates, u, ofB);
  }

  Study b(String code) {
    return new Study(a, code, c, replicates, u, ofB);
  }

  Study c(String code) {
    return new Study(a, b, code, replicates, u, ofB);
  }

  Study replicates(int count) {
    return new Study(a, b, c, count, u, ofB);
  }

  Study withU() {
    return new Study(a, b, c, replicates, true, ofB);
  }

  Study withDirectories() {
    return new Study(a, b, c, replicates, u, Written.DIRECTORY);
  }

  /** The form in which an experiment writes. */
  Written form(String experiment) {
    return experiment.equals("b") ? ofB : Written.FILE;
  }

  String code(String experiment) {
    return switch (experiment) {
      case "a" -> a;
      case "b" -> b;
      default -> c;
    };
  }

  /** The plan for some treatments; empty for all. */
  GraphPlan plan(Optional<List<String>> treatments) {
    return plan(treatments, OptionalInt.empty());
  }

  GraphPlan plan(Optional<List<String>> treatments, OptionalInt count) {
    List<PlanNode> nodes =
        List.of(
            Runs.node("a", replicates, List.of("t")),
            Runs.node("b", replicates, u ? List.of("u") : List.of(), "a"),
            Runs.node("c", replicates, List.of(), "b"));
    Planning planning = GraphPlanner.plan(nodes, new PlanOptions(treatments, count));
    if (planning instanceof Planning.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError(planning);
  }

  /** Says which study wrote a version. */
  String digest() {
    return sha256(toString());
  }

  List<NodeStorage> storage() {
    return EXPERIMENTS.stream()
        .map(
            name ->
                new NodeStorage(
                    name,
                    List.of(new StoredOutput("out", "out.txt", "write_out")),
                    0,
                    digest(),
                    true,
                    Map.of()))
        .toList();
  }

  TaskFingerprints fingerprints() {
    return this::base;
  }

  String base(String experiment, String condition) {
    return experiment + " " + code(experiment) + " " + effect(experiment, condition);
  }

  private static String effect(String experiment, String condition) {
    boolean defined =
        (experiment.equals("a") && condition.equals("t"))
            || (experiment.equals("b") && condition.equals("u"));
    return defined ? condition : "-";
  }

  /** What a task writes. */
  String text(String experiment, String condition, int replicate) {
    String own = experiment + code(experiment).charAt(0) + effect(experiment, condition);
    String read = experiment.equals("a") ? "" : text(upstream(experiment), condition, replicate);
    return own + replicate + " " + read;
  }

  private static String upstream(String experiment) {
    return experiment.equals("b") ? "a" : "b";
  }

  /** What the journal says the task depended on. */
  String fingerprint(String experiment, String condition, int replicate) {
    Map<String, String> inputs =
        experiment.equals("a")
            ? Map.of()
            : Map.of(
                upstream(experiment), artifactSha256(upstream(experiment), condition, replicate));
    return TaskFingerprints.of(base(experiment, condition), inputs);
  }

  private String artifactSha256(String experiment, String condition, int replicate) {
    return form(experiment).sha256(text(experiment, condition, replicate));
  }

  /** What a condition measures. */
  double measure(String experiment, String condition, int replicate) {
    return text(experiment, condition, replicate).hashCode();
  }

  /** Reads what is upstream, as experiments do, and writes and measures what follows from it. */
  TaskResult run(TaskRun task) throws IOException {
    task.step("write_out");
    String own =
        task.experiment()
            + code(task.experiment()).charAt(0)
            + effect(task.experiment(), task.condition());
    String read =
        task.experiment().equals("a")
            ? ""
            : form(upstream(task.experiment())).read(task.artifact(upstream(task.experiment())));
    String text = own + task.replicate() + " " + read;
    form(task.experiment()).write(task, text);
    return TaskResult.of(Map.of("hash", (double) text.hashCode()));
  }

  /** The conditions that an experiment has. */
  List<String> conditions(String experiment) {
    List<String> conditions = new ArrayList<>(List.of("baseline"));
    if (u && !experiment.equals("a")) {
      conditions.add("u");
    }
    conditions.add("t");
    return conditions;
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
