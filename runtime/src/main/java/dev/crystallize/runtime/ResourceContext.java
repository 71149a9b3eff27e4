package dev.crystallize.runtime;

import java.util.function.Supplier;

/**
 * What a resource may know while it is made. It belongs to no task, so there is neither replicate
 * nor random generator.
 */
public interface ResourceContext {

  /**
   * The value of a parameter, or a resource that this one uses.
   *
   * @param slot what {@link StepSpec#param} or {@link StepSpec#resource} returned
   * @return the value
   */
  <T> T get(Slot<T> slot);

  /**
   * The instance whose method makes the resource.
   *
   * @param type the class
   * @param constructor makes the instance
   * @return an instance of its own for each resource
   */
  <T> T instance(Class<T> type, Supplier<? extends T> constructor);
}
