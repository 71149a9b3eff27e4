package dev.crystallize.runtime;

/**
 * The code of a datasource.
 *
 * @param <T> the data it provides
 */
@FunctionalInterface
public interface SourceBody<T> {

  /**
   * Provides the data, once per task.
   *
   * @param context the task it runs in
   * @return the data
   * @throws Exception whatever went wrong; it fails the task
   */
  T fetch(Context context) throws Exception;
}
