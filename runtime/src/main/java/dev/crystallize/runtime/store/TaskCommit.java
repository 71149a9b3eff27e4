package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;

/**
 * What an attempt at a task leaves behind.
 *
 * @param condition the place of its condition among the experiment's
 * @param replicate its replicate
 * @param attempt which attempt it was, from 1
 * @param measures what it measured
 * @param files its outputs, each written to its end
 * @param microseconds how long each step took, in order
 */
public record TaskCommit(
    int condition,
    int replicate,
    int attempt,
    TaskMeasures measures,
    List<StagedFile> files,
    Map<String, Long> microseconds) {

  /** Copies the list. */
  public TaskCommit {
    files = List.copyOf(files);
  }
}
