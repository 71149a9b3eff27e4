package dev.crystallize.runtime;

/** A step that only measures. */
@FunctionalInterface
public interface MetricBody {

  /**
   * Measures.
   *
   * @param context the task it runs in
   * @return the metric's value
   * @throws Exception whatever went wrong; it fails the task
   */
  double measure(Context context) throws Exception;
}
