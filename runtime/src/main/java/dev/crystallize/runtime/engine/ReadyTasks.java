package dev.crystallize.runtime.engine;

/** The tasks that could start now, and which of them goes first. Used by one thread at a time. */
interface ReadyTasks {

  /** Returned by {@link #take} if there is no task. */
  int NONE = -1;

  /** Adds a task whose upstream tasks are all committed, or that has to run again. */
  void add(int task);

  /** Removes and returns the task to start next. */
  int take();
}
