package dev.crystallize.runtime;

/**
 * The code of a step that hands on the data it was given.
 *
 * @param <T> the data it takes
 */
@FunctionalInterface
public interface PassingBody<T> {

  /**
   * Runs the step.
   *
   * @param context the task it runs in
   * @param data what the step before it returned
   * @throws Exception whatever went wrong; it fails the task
   */
  void run(Context context, T data) throws Exception;
}
