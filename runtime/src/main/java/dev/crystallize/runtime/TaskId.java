package dev.crystallize.runtime;

/**
 * Names a task: one pass of an experiment's steps.
 *
 * @param experiment the experiment's name
 * @param condition {@code baseline} or a treatment
 * @param replicate the replicate, from 0
 */
public record TaskId(String experiment, String condition, int replicate) {

  /** Returns {@code experiment condition:replicate}. */
  @Override
  public String toString() {
    return experiment + " " + condition + ":" + replicate;
  }
}
