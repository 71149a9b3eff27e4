package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredVersion;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs one task alone, in the calling thread, on what earlier runs have left on disk. */
final class DebugRun {

  private final GraphSetup setup;
  private final GraphPlan plan;
  private final RunResources resources;
  private final RunOptions options;

  DebugRun(GraphSetup setup, GraphPlan plan, RunResources resources, RunOptions options) {
    this.setup = setup;
    this.plan = plan;
    this.resources = resources;
    this.options = options;
  }

  DebuggedTask run(String experiment, String condition, int replicate) {
    PlannedExperiment planned = experiment(experiment);
    TaskId task = new TaskId(experiment, materialised(planned, condition), replicate);
    if (replicate < 0 || replicate >= planned.replicates()) {
      throw new IllegalArgumentException(
          String.format(
              "'%s' has the replicates 0 to %d, not %d",
              experiment, planned.replicates() - 1, replicate));
    }
    Map<String, UpstreamArtifact> artifacts = artifacts(planned, task);
    ExperimentNode node = node(experiment);
    NodeProgram program =
        new NodeProgram(node, planned.conditions(), options.seed().orElse(node.values().seed()));
    Path folder = scratch();
    DebugNotes notes = new DebugNotes(options.listener(), program, task);
    notes.begin(artifacts);
    DebugTask run = new DebugTask(task, artifacts, outputs(node), folder, notes);
    long begin = System.nanoTime();
    TaskResult result = closing(program, run, task, folder);
    notes.end(Duration.ofNanos(System.nanoTime() - begin));
    return new DebuggedTask(task, result.measures().metrics(), folder);
  }

  private TaskResult closing(NodeProgram program, DebugTask run, TaskId task, Path folder) {
    TaskResult result;
    try {
      result = pass(program, run, task, folder);
    } catch (RuntimeException | Error e) {
      resources.close().forEach(unclosed -> unclosed.addTo(e));
      throw e;
    }
    List<RunResources.Unclosed> unclosed = resources.close();
    if (!unclosed.isEmpty()) {
      TaskFailedException failure =
          new TaskFailedException(
              task + ": " + unclosed.get(0).message() + remains(folder),
              unclosed.get(0).cause().orElseThrow());
      unclosed.stream().skip(1).forEach(other -> other.addTo(failure));
      throw failure;
    }
    return result;
  }

  private TaskResult pass(NodeProgram program, DebugTask run, TaskId task, Path folder) {
    try {
      TaskResult result = new TaskPass(program, resources, run, options.listener()).run();
      run.requireWritten();
      return result;
    } catch (Exception | StackOverflowError | LinkageError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      String step = run.step().map(name -> ", step '" + name + "'").orElse("");
      throw new TaskFailedException(task + step + ": " + e + remains(folder), e);
    }
  }

  /** A folder stays only if there is something to look at. */
  private static String remains(Path folder) {
    try {
      Files.delete(folder);
      return "";
    } catch (DirectoryNotEmptyException e) {
      return "\nscratch folder, kept: " + folder;
    } catch (IOException e) {
      throw new StoreException("cannot remove the scratch folder " + folder, e);
    }
  }

  private PlannedExperiment experiment(String name) {
    List<String> known = plan.experiments().stream().map(PlannedExperiment::name).toList();
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "there is no experiment '" + name + "'" + Suggestions.of(name, known).text());
    }
    return plan.experiment(plan.indexOf(name));
  }

  private ExperimentNode node(String name) {
    ExperimentNode node = setup.nodes().get(name);
    if (node == null) {
      throw new IllegalStateException("the plan has an unknown experiment '" + name + "'");
    }
    return node;
  }

  /** A treatment of the graph that this experiment does not run is its baseline. */
  private String materialised(PlannedExperiment planned, String condition) {
    if (planned.conditions().contains(condition)) {
      return condition;
    }
    Set<String> known = new LinkedHashSet<>();
    plan.experiments().forEach(each -> known.addAll(each.conditions()));
    if (!known.contains(condition)) {
      throw new UnknownTreatmentException(
          "no condition '" + condition + "'" + Suggestions.of(condition, known).text());
    }
    return Conditions.BASELINE;
  }

  private static Map<String, OutputCode<?>> outputs(ExperimentNode node) {
    Map<String, OutputCode<?>> outputs = new HashMap<>();
    for (StepCode step : node.steps()) {
      step.declaration().outputs().forEach(output -> outputs.put(output.alias(), output));
    }
    return outputs;
  }

  private Map<String, UpstreamArtifact> artifacts(PlannedExperiment planned, TaskId task) {
    DataFolder data = DataFolder.at(options.dataDirectory());
    int number =
        plan.task(
            planned.index(), planned.conditions().indexOf(task.condition()), task.replicate());
    Map<String, UpstreamArtifact> artifacts = new HashMap<>();
    for (PlanEdge edge : planned.reads()) {
      PlannedExperiment upstream = plan.experiment(plan.indexOf(edge.upstream()));
      int read = plan.upstreamTask(number, upstream.index());
      TaskId source =
          new TaskId(
              upstream.name(),
              upstream.conditions().get(plan.conditionOf(read)),
              plan.replicateOf(read));
      artifacts.put(edge.alias(), artifact(data, source, edge.output()));
    }
    return artifacts;
  }

  private UpstreamArtifact artifact(DataFolder data, TaskId source, String output) {
    StoredVersion version =
        data.newest(source.experiment(), each -> holds(each, source, output))
            .orElseThrow(
                () ->
                    new ArtifactException(
                        "[missing-artifact] no version in "
                            + options.dataDirectory().toAbsolutePath().normalize()
                            + " holds '"
                            + output
                            + "' of "
                            + source
                            + ", which the task reads; run '"
                            + source.experiment()
                            + "' first"));
    try {
      return version.artifact(output, source.condition(), source.replicate());
    } catch (dev.crystallize.runtime.store.ArtifactException e) {
      throw new ArtifactException(e.toString(), e);
    }
  }

  private static boolean holds(StoredVersion version, TaskId source, String output) {
    return version.task(source.condition(), source.replicate()).stream()
        .flatMap(task -> task.artifacts().stream())
        .anyMatch(artifact -> artifact.output().equals(output));
  }

  private static Path scratch() {
    try {
      return Files.createTempDirectory("crystallize-debug-");
    } catch (IOException e) {
      throw new StoreException("cannot make a scratch folder", e);
    }
  }
}
