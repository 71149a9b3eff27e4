package dev.crystallize.runtime;

/**
 * The code of a step that makes new data.
 *
 * @param <T> the data it takes
 * @param <R> the data it returns
 */
@FunctionalInterface
public interface StepBody<T, R> {

  /**
   * Runs the step.
   *
   * @param context the task it runs in
   * @param data what the step before it returned
   * @return the data of the next step
   * @throws Exception whatever went wrong; it fails the task
   */
  R run(Context context, T data) throws Exception;
}
