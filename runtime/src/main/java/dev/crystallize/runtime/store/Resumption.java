package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a run that resumes takes up of earlier ones: for each task whether it runs, for each
 * experiment where its results go. Deciding reads the data folder and leaves no trace in it.
 */
public final class Resumption {

  /** From how many journals to read, or tasks to judge, on it is worth waking other threads. */
  private static final int MANY = 256;

  private final ResumeRequest request;
  private final GraphPlan whole;
  private final TaskJudge judge;
  private final List<VersionHistory> histories;

  /** For each experiment and condition of the run, the place of the condition in the whole plan. */
  private final int[][] places;

  /** By task of the whole plan, as far as they were needed. */
  private final Verdict[] verdicts;

  private final List<Target> targets = new ArrayList<>();

  private Resumption(ResumeRequest request, TaskJudge judge, List<VersionHistory> histories) {
    this.request = request;
    this.whole = request.whole();
    this.judge = judge;
    this.histories = histories;
    this.verdicts = new Verdict[whole.taskCount()];
    this.places = new int[whole.experimentCount()][];
    for (PlannedExperiment planned : request.wanted().experiments()) {
      List<String> all = whole.experiment(planned.index()).conditions();
      places[planned.index()] = planned.conditions().stream().mapToInt(all::indexOf).toArray();
    }
  }

  static Resumption plan(DataPaths paths, ResumeRequest request, VersionRules rules) {
    List<VersionHistory> histories = histories(paths, request.whole().experiments());
    TaskJudge judge = new TaskJudge(request, histories, rules);
    Resumption resumption = new Resumption(request, judge, histories);
    TargetChoice choice = new TargetChoice(request, rules);
    resumption.judgeAll(resumption.needed(choice));
    for (PlannedExperiment experiment : request.whole().experiments()) {
      Optional<StoredVersion> newest = histories.get(experiment.index()).newest();
      resumption.targets.add(
          newest.isEmpty()
              ? new Target.New(false)
              : choice.target(
                  experiment.index(),
                  newest.get(),
                  (condition, replicate) ->
                      resumption
                          .verdicts[
                          request.whole().task(experiment.index(), condition, replicate)]));
    }
    return resumption;
  }

  /** Every newest version is asked for: the journals of a large graph are read side by side. */
  private static List<VersionHistory> histories(
      DataPaths paths, List<PlannedExperiment> experiments) {
    Leases leases = new Leases(paths);
    return (experiments.size() >= MANY ? experiments.parallelStream() : experiments.stream())
        .map(experiment -> VersionHistory.read(paths, leases, experiment.name()))
        .toList();
  }

  /** What is planned for a task of the run. */
  public Verdict verdict(int task) {
    return verdicts[inWhole(task)];
  }

  /** Where the results of an experiment go. */
  public Target target(int experiment) {
    return targets.get(experiment);
  }

  /**
   * Decides about a task that was pending, now that what it reads is there.
   *
   * @param task the task of the run
   * @param inputs the SHA-256 in hexadecimal of each artifact it reads, by alias
   * @return the task that stands in for it; empty if it has to run
   */
  public Optional<Verdict.Reuse> resolve(int task, Map<String, String> inputs) {
    return judge.judge(inWhole(task), Optional.of(inputs), List.of()) instanceof Verdict.Reuse reuse
        ? Optional.of(reuse)
        : Optional.empty();
  }

  private int inWhole(int task) {
    GraphPlan wanted = request.wanted();
    int experiment = wanted.experimentOf(task);
    return whole.task(
        experiment, places[experiment][wanted.conditionOf(task)], wanted.replicateOf(task));
  }

  /**
   * The conditions of each experiment that matter: those of the run, those held by a version that
   * might be filled in, and what these read.
   */
  private boolean[][] needed(TargetChoice choice) {
    boolean[][] needed = new boolean[whole.experimentCount()][];
    for (PlannedExperiment planned : whole.experiments()) {
      needed[planned.index()] = new boolean[planned.conditions().size()];
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      for (int place : places[i]) {
        needed[i][place] = true;
      }
      Optional<StoredVersion> newest = histories.get(i).newest();
      if (newest.isPresent() && choice.mightFill(i, newest.get())) {
        for (String held : newest.get().heldConditions()) {
          int place = whole.experiment(i).conditions().indexOf(held);
          if (place >= 0) {
            needed[i][place] = true;
          }
        }
      }
      for (int place = 0; place < needed[i].length; place++) {
        if (needed[i][place]) {
          whole.forEachUpstream(
              whole.task(i, place, 0),
              read -> needed[whole.experimentOf(read)][whole.conditionOf(read)] = true);
        }
      }
    }
    return needed;
  }

  /** What the replicates of an experiment read belongs to others: they are judged side by side. */
  private void judgeAll(boolean[][] needed) {
    for (PlannedExperiment planned : whole.experiments()) {
      for (int condition = 0; condition < planned.conditions().size(); condition++) {
        if (needed[planned.index()][condition]) {
          int first = whole.task(planned.index(), condition, 0);
          IntStream tasks = IntStream.range(first, first + planned.replicates());
          (planned.replicates() >= MANY ? tasks.parallel() : tasks)
              .forEach(task -> verdicts[task] = judged(planned, task));
        }
      }
    }
  }

  private Verdict judged(PlannedExperiment planned, int task) {
    List<String> waitsFor = waitsFor(planned, task);
    Optional<Map<String, String>> inputs =
        waitsFor.isEmpty() ? Optional.of(inputs(planned, task)) : Optional.empty();
    return judge.judge(task, inputs, waitsFor);
  }

  private List<String> waitsFor(PlannedExperiment planned, int task) {
    if (planned.reads().isEmpty()) {
      return List.of();
    }
    List<String> waitsFor = new ArrayList<>();
    whole.forEachUpstream(
        task,
        read -> {
          if (!(verdicts[read] instanceof Verdict.Reuse)) {
            waitsFor.add(whole.experiment(whole.experimentOf(read)).name());
          }
        });
    return waitsFor;
  }

  private Map<String, String> inputs(PlannedExperiment planned, int task) {
    if (planned.reads().isEmpty()) {
      return Map.of();
    }
    Map<String, String> inputs = new HashMap<>();
    for (PlanEdge read : planned.reads()) {
      int upstream = whole.upstreamTask(task, whole.indexOf(read.upstream()));
      if (verdicts[upstream] instanceof Verdict.Reuse reuse) {
        reuse.task().artifacts().stream()
            .filter(artifact -> artifact.output().equals(read.output()))
            .forEach(artifact -> inputs.put(read.alias(), artifact.sha256()));
      }
    }
    return inputs;
  }
}
