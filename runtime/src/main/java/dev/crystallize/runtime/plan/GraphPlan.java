package dev.crystallize.runtime.plan;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A graph's tasks, by number.
 *
 * <p>A task is one pass of an experiment's pipeline in one condition and one replicate. Numbers
 * follow from arithmetic and so do dependencies: nothing is stored per task, so a million of them
 * take no memory here. Consumer replicate {@code i} reads producer replicate {@code i mod R} of the
 * same condition, or of baseline where the producer does not materialise it.
 */
public final class GraphPlan {

  private final List<PlannedExperiment> experiments;
  private final Map<String, Integer> index;
  private final int[] firstTasks;
  private final int taskCount;
  private final List<Link[]> upstreams;
  private final List<Link[]> downstreams;
  private final List<Clusters> clusters;

  /** One experiment reads another: the condition there for each condition here. */
  record Link(int other, ConditionMap conditions) {}

  GraphPlan(
      List<PlannedExperiment> experiments,
      Map<String, Integer> index,
      List<Link[]> upstreams,
      List<Link[]> downstreams,
      List<Clusters> clusters) {
    this.experiments = List.copyOf(experiments);
    this.index = Map.copyOf(index);
    this.firstTasks = experiments.stream().mapToInt(PlannedExperiment::firstTask).toArray();
    this.taskCount = experiments.stream().mapToInt(PlannedExperiment::taskCount).sum();
    this.upstreams = upstreams;
    this.downstreams = downstreams;
    this.clusters = clusters;
  }

  /** The experiments in topological order. */
  public List<PlannedExperiment> experiments() {
    return experiments;
  }

  /** How many experiments there are. */
  public int experimentCount() {
    return experiments.size();
  }

  /** The experiment at a place of the topological order. */
  public PlannedExperiment experiment(int experiment) {
    return experiments.get(experiment);
  }

  /**
   * The place of an experiment.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int indexOf(String name) {
    return ExperimentDag.indexIn(index, name);
  }

  /** How many tasks there are; they are numbered from 0. */
  public int taskCount() {
    return taskCount;
  }

  /** The place of the experiment that a task belongs to. */
  public int experimentOf(int task) {
    int low = 0;
    int high = firstTasks.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstTasks[middle] <= task) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The place of a task's condition among its experiment's conditions. */
  public int conditionOf(int task) {
    int experiment = experimentOf(task);
    return (task - firstTasks[experiment]) / experiments.get(experiment).replicates();
  }

  /** A task's replicate. */
  public int replicateOf(int task) {
    int experiment = experimentOf(task);
    return (task - firstTasks[experiment]) % experiments.get(experiment).replicates();
  }

  /** The number of a task. */
  public int task(int experiment, int condition, int replicate) {
    return firstTasks[experiment]
        + condition * experiments.get(experiment).replicates()
        + replicate;
  }

  /** How many tasks each task of an experiment reads from: one per experiment it reads. */
  public int upstreamCount(int experiment) {
    return upstreams.get(experiment).length;
  }

  /** Whether any task reads from tasks of an experiment. */
  public boolean isRead(int experiment) {
    return downstreams.get(experiment).length > 0;
  }

  /**
   * The task that a task reads from in another experiment.
   *
   * @throws IllegalArgumentException if its experiment does not read that one
   */
  public int upstreamTask(int task, int upstreamExperiment) {
    int experiment = experimentOf(task);
    for (Link link : upstreams.get(experiment)) {
      if (link.other() == upstreamExperiment) {
        return upstreamTask(experiment, task, link);
      }
    }
    throw new IllegalArgumentException(
        "'"
            + experiments.get(experiment).name()
            + "' reads nothing of '"
            + experiments.get(upstreamExperiment).name()
            + "'");
  }

  /** Passes on the task that a task reads from in each experiment that its experiment reads. */
  public void forEachUpstream(int task, IntConsumer action) {
    int experiment = experimentOf(task);
    for (Link link : upstreams.get(experiment)) {
      action.accept(upstreamTask(experiment, task, link));
    }
  }

  /** Passes on every task that reads from a task. */
  public void forEachDependent(int task, IntConsumer action) {
    int experiment = experimentOf(task);
    int replicates = experiments.get(experiment).replicates();
    int condition = (task - firstTasks[experiment]) / replicates;
    int replicate = (task - firstTasks[experiment]) % replicates;
    for (Link link : downstreams.get(experiment)) {
      int consumer = link.other();
      int consumerReplicates = experiments.get(consumer).replicates();
      link.conditions()
          .forEachSource(
              condition,
              consumerCondition -> {
                int first = task(consumer, consumerCondition, 0);
                for (int r = replicate; r < consumerReplicates; r += replicates) {
                  action.accept(first + r);
                }
              });
    }
  }

  /** Which replicates of an experiment are not independent of each other. */
  public Clusters clusters(int experiment) {
    return clusters.get(experiment);
  }

  private int upstreamTask(int experiment, int task, Link link) {
    int within = task - firstTasks[experiment];
    int replicates = experiments.get(experiment).replicates();
    int condition = link.conditions().target(within / replicates);
    int replicate = (within % replicates) % experiments.get(link.other()).replicates();
    return task(link.other(), condition, replicate);
  }
}
