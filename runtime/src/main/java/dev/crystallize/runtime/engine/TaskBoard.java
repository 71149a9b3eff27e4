package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlannedExperiment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where every task of a run stands, in one number each. Not safe for use by several threads.
 *
 * <p>A positive number counts the upstream tasks that are not committed yet.
 */
final class TaskBoard {

  private static final int READY = 0;
  private static final int RUNNING = -1;
  private static final int COMMITTING = -2;
  private static final int DONE = -3;
  private static final int FAILED = -4;
  private static final int SKIPPED = -5;
  private static final int CANCELLED = -6;
  private static final int RESTING = -7;

  private final GraphPlan plan;
  private final ReadyTasks ready;
  private final Admission admission;
  private final int[] states;
  private final Map<Integer, Integer> attempts = new HashMap<>();

  /** How many tasks of each condition of each experiment have not ended. */
  private final int[][] open;

  private final IntList endedConditions = new IntList();
  private volatile boolean someEnded;
  private int[] causes = new int[0];
  private int running;
  private int done;
  private int failed;
  private int skipped;
  private int reused;

  TaskBoard(GraphPlan plan, ReadyTasks ready, List<TaskLimit> limits) {
    this.plan = plan;
    this.ready = ready;
    this.admission = new Admission(plan, limits);
    this.states = new int[plan.taskCount()];
    this.open = new int[plan.experimentCount()][];
    for (PlannedExperiment experiment : plan.experiments()) {
      int first = experiment.firstTask();
      Arrays.fill(
          states, first, first + experiment.taskCount(), plan.upstreamCount(experiment.index()));
      open[experiment.index()] = new int[experiment.conditions().size()];
      Arrays.fill(open[experiment.index()], experiment.replicates());
    }
  }

  /** The next task to start, which from now on is running; {@link ReadyTasks#NONE} if none. */
  int start() {
    int task = take();
    while (task != ReadyTasks.NONE && !(states[task] == READY && admission.admit(task))) {
      task = take();
    }
    if (task != ReadyTasks.NONE) {
      states[task] = RUNNING;
      running++;
    }
    return task;
  }

  /** What waited for a place goes first. */
  private int take() {
    int waited = admission.next();
    return waited != ReadyTasks.NONE ? waited : ready.take();
  }

  /** Which attempt at a task is the latest, from 1. */
  int attempt(int task) {
    return attempts.getOrDefault(task, 1);
  }

  /**
   * Takes the right to settle a task.
   *
   * @param anyAttempt whether an outcome of an earlier attempt counts too
   * @return whether the task is not settled yet and the outcome counts
   */
  boolean claim(int task, int attempt, boolean anyAttempt) {
    if (states[task] == RUNNING && (anyAttempt || attempt == attempt(task))) {
      running--;
      admission.release(task);
    } else if (!anyAttempt || !waitsForAnotherAttempt(task)) {
      return false;
    }
    states[task] = COMMITTING;
    return true;
  }

  private boolean waitsForAnotherAttempt(int task) {
    return states[task] == RESTING || (states[task] == READY && attempt(task) > 1);
  }

  /** Whether the executor has this very attempt, and its outcome would count. */
  boolean isRunning(int task, int attempt) {
    return states[task] == RUNNING && attempt == attempt(task);
  }

  /** A task that has not started was committed by an earlier run. */
  void reused(int task) {
    reused++;
    done(task);
  }

  /** A claimed task was committed. */
  void done(int task) {
    states[task] = DONE;
    done++;
    ended(task);
    plan.forEachDependent(
        task,
        dependent -> {
          if (states[dependent] > 0 && --states[dependent] == READY) {
            ready.add(dependent);
          }
        });
  }

  /**
   * A claimed task failed for good.
   *
   * @return the tasks that are skipped because of it
   */
  int[] failed(int task) {
    states[task] = FAILED;
    failed++;
    ended(task);
    IntList reached = new IntList();
    skipDependents(task, task, reached);
    for (int i = 0; i < reached.size(); i++) {
      skipDependents(reached.get(i), task, reached);
    }
    return reached.toArray();
  }

  private void skipDependents(int of, int cause, IntList reached) {
    plan.forEachDependent(
        of,
        dependent -> {
          if (states[dependent] > 0) {
            states[dependent] = SKIPPED;
            skipped++;
            setCause(dependent, cause);
            ended(dependent);
            reached.add(dependent);
          }
        });
  }

  /** A claimed task has to run once more, but not yet. */
  void rest(int task) {
    states[task] = RESTING;
    attempts.merge(task, 2, (attempt, two) -> attempt + 1);
  }

  /** A resting task may run, if nothing else has settled it meanwhile. */
  void wake(int task) {
    if (states[task] == RESTING) {
      states[task] = READY;
      ready.add(task);
    }
  }

  /** A claimed task ended because the run stops. */
  void cancelled(int task) {
    states[task] = CANCELLED;
  }

  /**
   * Whether {@link #takeEndedConditions} has something to give. Alone in this class it may be asked
   * without the lock, by whoever has ended a task: who ended the last one of a condition sees it.
   */
  boolean someEnded() {
    return someEnded;
  }

  /** The conditions of which every task has ended since the last call. */
  int[] takeEndedConditions() {
    someEnded = false;
    int[] ended = endedConditions.toArray();
    endedConditions.clear();
    return ended;
  }

  /** How many tasks are with the executor. */
  int running() {
    return running;
  }

  /** Whether every task was committed, failed or skipped. */
  boolean allEnded() {
    return done + failed + skipped == states.length;
  }

  boolean isDone(int task) {
    return states[task] == DONE;
  }

  int[] runningTasks() {
    return IntStream.range(0, states.length).filter(task -> states[task] == RUNNING).toArray();
  }

  int[] skippedTasks() {
    return causes.length == 0
        ? causes
        : IntStream.range(0, states.length).filter(task -> states[task] == SKIPPED).toArray();
  }

  /** The failed task because of which a task was skipped. */
  int causeOf(int skippedTask) {
    return causes[skippedTask];
  }

  TaskCounts counts() {
    return new TaskCounts(done, failed, skipped, states.length - done - failed - skipped, reused);
  }

  private void setCause(int task, int cause) {
    if (causes.length == 0) {
      causes = new int[states.length];
    }
    causes[task] = cause;
  }

  /** A condition is noted by its first task. */
  private void ended(int task) {
    int experiment = plan.experimentOf(task);
    int condition = plan.conditionOf(task);
    if (--open[experiment][condition] == 0) {
      endedConditions.add(plan.task(experiment, condition, 0));
      someEnded = true;
    }
  }

  /** A list of numbers without boxes. */
  private static final class IntList {
    private int[] values = new int[8];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int get(int i) {
      return values[i];
    }

    int size() {
      return size;
    }

    void clear() {
      size = 0;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
