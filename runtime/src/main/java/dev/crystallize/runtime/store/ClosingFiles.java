package dev.crystallize.runtime.store;

import java.util.Map;

/** Makes files of a version from its results, once every task has ended. */
@FunctionalInterface
public interface ClosingFiles {

  /** No files. */
  ClosingFiles NONE = results -> Map.of();

  /**
   * Called before the version ends, by the run that owns it.
   *
   * @param results what was measured, by condition in the order of the plan
   * @return the content of each file by its name, which lies in the version's folder itself
   */
  Map<String, byte[]> of(Map<String, ConditionResults> results);
}
