package dev.crystallize.runtime.engine;

/**
 * Names a task.
 *
 * @param experiment the experiment's name
 * @param condition {@code baseline} or a treatment
 * @param replicate the replicate, from 0
 */
public record TaskKey(String experiment, String condition, int replicate) {

  @Override
  public String toString() {
    return experiment + " " + condition + ":" + replicate;
  }
}
