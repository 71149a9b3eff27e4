package dev.crystallize.runtime;

/**
 * The code of a resource.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface ResourceBody<T> {

  /**
   * Makes the resource: at most once per run for equal values of its parameters, when the first
   * task needs it.
   *
   * @param context gives its parameters and the resources that it uses itself
   * @return the resource, safe for use by several tasks at once
   * @throws Exception whatever went wrong; it fails the tasks that need the resource
   */
  T make(ResourceContext context) throws Exception;
}
