package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;

/** Makes files of a version from its results, when its run has ended or leaves it. */
@FunctionalInterface
public interface ClosingFiles {

  /** No files. */
  ClosingFiles NONE = closing -> Map.of();

  /**
   * How far a version came.
   *
   * @param results what was measured in the conditions of the run, in the order of the plan
   * @param held what the version holds, also of earlier runs, in the order of the configuration
   * @param reads what was read of other experiments
   * @param ended whether every task has ended; else the run stops before
   */
  record Closing(
      Map<String, ConditionResults> results,
      Map<String, ConditionResults> held,
      List<ReadOutput> reads,
      boolean ended) {}

  /**
   * Called by the run that owns the version, before it writes that the version has ended.
   *
   * @param closing how far the version came
   * @return what to write to each file by its name, which lies in the version's folder itself
   */
  Map<String, WholeFile.Content> of(Closing closing);
}
