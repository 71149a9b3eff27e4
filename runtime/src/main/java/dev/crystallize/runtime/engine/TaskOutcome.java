package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.TaskMeasures;
import java.util.List;
import java.util.Map;

/** What became of one attempt at a task. */
sealed interface TaskOutcome {

  /** What was asked for. */
  TaskRequest request();

  /** What the attempt staged. */
  List<StagedFile> files();

  /**
   * The pipeline returned.
   *
   * @param microseconds how long each step took, in order
   */
  record Done(
      TaskRequest request,
      TaskMeasures measures,
      List<StagedFile> files,
      Map<String, Long> microseconds)
      implements TaskOutcome {}

  /** The pipeline threw. */
  record Failed(TaskRequest request, TaskFailure failure, List<StagedFile> files)
      implements TaskOutcome {}

  /** Nobody knows; the attempt may or may not have run. */
  record Lost(TaskRequest request) implements TaskOutcome {
    @Override
    public List<StagedFile> files() {
      return List.of();
    }
  }
}
