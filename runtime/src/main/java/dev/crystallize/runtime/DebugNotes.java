package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.TaskSeeds;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells a listener all that goes into a task that runs alone, and what comes out. */
final class DebugNotes {

  private final RunListener listener;
  private final NodeProgram program;
  private final TaskId task;

  DebugNotes(RunListener listener, NodeProgram program, TaskId task) {
    this.listener = listener;
    this.program = program;
    this.task = task;
  }

  /** Tells what the task reads, and each step's and datasource's values and seeds. */
  void begin(Map<String, UpstreamArtifact> artifacts) {
    say(task + " alone, under the seed " + program.seed());
    ExperimentNode node = program.node();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        use("datasource '" + own.alias() + "'", own.declaration(), program.use(own, task));
      } else if (artifacts.containsKey(feed.alias())) {
        reads(feed.alias(), artifacts.get(feed.alias()));
      }
    }
    for (StepCode step : node.steps()) {
      use("step '" + step.name() + "'", step.declaration(), program.use(step, task));
    }
  }

  private void reads(String alias, UpstreamArtifact artifact) {
    say(
        String.format(
            Locale.ROOT,
            "reads '%s': %s#%s, %d bytes, SHA-256 %s: %s",
            alias,
            artifact.experiment(),
            artifact.output(),
            artifact.size(),
            artifact.sha256(),
            artifact.path()));
  }

  private void use(String what, Declaration declaration, RandomUse random) {
    List<String> values = new ArrayList<>();
    values(declaration)
        .forEach(
            (key, given) ->
                values.add(
                    key
                        + " = "
                        + Secrets.hidden(key, given.value())
                        + " ("
                        + origin(key, declaration)
                        + ")"));
    say(
        String.format(
            Locale.ROOT,
            "%s: %s; draws from %s(%d), Context.seed() is %d",
            what,
            values.isEmpty() ? "no parameters" : String.join(", ", values),
            TaskSeeds.ALGORITHM,
            random.generatorSeed(),
            random.plainSeed()));
  }

  private Map<String, Given> values(Declaration declaration) {
    Map<String, Given> values = new LinkedHashMap<>();
    Effective.values(program.node().values(), task.condition(), declaration)
        .forEach(
            (key, given) -> {
              if (declaration.mayReadAnything() || declaration.reads(key)) {
                values.put(key, given);
              }
            });
    return values;
  }

  private String origin(String key, Declaration declaration) {
    NodeValues values = program.node().values();
    if (declaration.fixed().containsKey(key)) {
      return "its own map";
    }
    if (Effective.treatment(values, task.condition()).containsKey(key)) {
      return "treatment " + task.condition();
    }
    return values.baseline().containsKey(key) ? "baseline" : "default";
  }

  /** Tells that a step or datasource begins. */
  void step(String name) {
    say("runs '" + name + "'");
  }

  /** Tells that an output was written. */
  void wrote(String output, long size, Object place) {
    say(String.format(Locale.ROOT, "wrote '%s': %d bytes: %s", output, size, place));
  }

  /** Tells that the last step has returned. */
  void end(Duration took) {
    say(String.format(Locale.ROOT, "%s took %.3f s", task, took.toNanos() / 1e9));
  }

  private void say(String text) {
    ListenerCall.guard(() -> listener.detail(text));
  }
}
