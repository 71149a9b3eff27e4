package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds back tasks whose limits are reached, so that no thread ever waits for a place. A task takes
 * its places in all limits at once or in none, so tasks never wait for each other in a circle. Not
 * safe for use by several threads.
 */
final class Admission {

  private final GraphPlan plan;

  /** The limits of each experiment. */
  private final int[][] limitsOf;

  private final int[] free;
  private final List<Waiting> waiting = new ArrayList<>();

  Admission(GraphPlan plan, List<TaskLimit> limits) {
    this.plan = plan;
    this.limitsOf = new int[plan.experimentCount()][];
    for (int i = 0; i < limitsOf.length; i++) {
      limitsOf[i] = limitsOf(i, limits);
    }
    this.free = limits.stream().mapToInt(TaskLimit::tasks).toArray();
    limits.forEach(limit -> waiting.add(new Waiting()));
  }

  private static int[] limitsOf(int experiment, List<TaskLimit> limits) {
    int[] own = new int[limits.size()];
    int count = 0;
    for (int i = 0; i < own.length; i++) {
      if (limits.get(i).experiments().contains(experiment)) {
        own[count++] = i;
      }
    }
    return Arrays.copyOf(own, count);
  }

  /** Takes a task's places, or lets it wait where there is none and says no. */
  boolean admit(int task) {
    int[] limits = limitsOf[plan.experimentOf(task)];
    for (int limit : limits) {
      if (free[limit] == 0) {
        waiting.get(limit).add(task);
        return false;
      }
    }
    for (int limit : limits) {
      free[limit]--;
    }
    return true;
  }

  /** Gives back the places of a task that was admitted. */
  void release(int task) {
    for (int limit : limitsOf[plan.experimentOf(task)]) {
      free[limit]++;
    }
  }

  /**
   * The next task that waited for a place which is free now; {@link ReadyTasks#NONE} if there is
   * none. It is to be admitted anew, since it may have other limits too.
   */
  int next() {
    for (int limit = 0; limit < free.length; limit++) {
      if (free[limit] > 0 && !waiting.get(limit).isEmpty()) {
        return waiting.get(limit).take();
      }
    }
    return ReadyTasks.NONE;
  }

  /** Tasks in the order in which they came. */
  private static final class Waiting {
    private int[] tasks = new int[8];
    private int first;
    private int size;

    void add(int task) {
      if (size == tasks.length) {
        int[] longer = new int[2 * size];
        for (int i = 0; i < size; i++) {
          longer[i] = tasks[(first + i) % size];
        }
        tasks = longer;
        first = 0;
      }
      tasks[(first + size++) % tasks.length] = task;
    }

    int take() {
      int task = tasks[first];
      first = (first + 1) % tasks.length;
      size--;
      return task;
    }

    boolean isEmpty() {
      return size == 0;
    }
  }
}
