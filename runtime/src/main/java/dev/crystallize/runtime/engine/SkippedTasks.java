package dev.crystallize.runtime.engine;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The skipped tasks of a run, named only when asked for: there may be a million of them. */
final class SkippedTasks extends AbstractList<SkippedTask> implements RandomAccess {

  private final RunNodes nodes;
  private final TaskBoard board;
  private final int[] tasks;

  SkippedTasks(RunNodes nodes, TaskBoard board) {
    this.nodes = nodes;
    this.board = board;
    this.tasks = board.skippedTasks();
  }

  @Override
  public SkippedTask get(int index) {
    int task = tasks[index];
    return new SkippedTask(nodes.key(task), nodes.key(board.causeOf(task)));
  }

  @Override
  public int size() {
    return tasks.length;
  }
}
