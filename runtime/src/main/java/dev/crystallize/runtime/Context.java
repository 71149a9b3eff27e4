package dev.crystallize.runtime;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a step, datasource or verifier knows about the task it runs in: the experiment, the
 * condition, the replicate, the parameter values in effect, and random numbers of its own.
 *
 * <p>A context is valid only while its step runs, in any thread of the step's. Once the step has
 * returned or was given up, every method that would change something throws {@link
 * IllegalStateException}.
 */
public interface Context {

  /**
   * The experiment's name.
   *
   * @return the declared name
   */
  String experiment();

  /**
   * The condition that runs.
   *
   * @return {@code baseline} or a treatment's name
   */
  String condition();

  /**
   * The replicate that runs.
   *
   * @return the index, from 0
   */
  int replicate();

  /**
   * A seed for libraries that want a number instead of a generator. It differs between experiments,
   * steps and replicates, is the same for all conditions of a replicate, and has nothing in common
   * with {@link #random()}.
   *
   * @return any long
   */
  long seed();

  /**
   * The generator of this step alone, made on first use. All conditions of a replicate draw the
   * same numbers from it.
   *
   * @return always the same generator; not safe for several threads at once
   */
  RandomGenerator random();

  /**
   * Where the task records its metrics.
   *
   * @return the metrics of this task
   */
  Metrics metrics();

  /**
   * A logger whose lines carry experiment, condition and replicate.
   *
   * @return the logger
   */
  System.Logger logger();

  /**
   * Tells a listener how far a long step has come.
   *
   * @param fraction from 0 to 1
   * @param text what is being done, one line
   */
  void progress(double fraction, String text);

  /**
   * A parameter's value in this condition, or what an earlier step has {@linkplain #add added}.
   *
   * @param key the parameter's name as in {@code config.yaml}
   * @param type the type wanted, a primitive's box for a primitive
   * @return the value, never null
   * @throws IllegalArgumentException if there is no such key, with the nearest one, or its value
   *     has another type
   */
  <T> T get(String key, Class<T> type);

  /**
   * Whether {@link #get(String, Class)} has a value under a key.
   *
   * @param key the parameter's name
   * @return whether a value is there
   */
  boolean has(String key);

  /**
   * A number.
   *
   * @param key the parameter's name
   * @return the value
   * @throws IllegalArgumentException as {@link #get(String, Class)}
   */
  default double doubleValue(String key) {
    return get(key, Double.class);
  }

  /**
   * A whole number.
   *
   * @param key the parameter's name
   * @return the value
   * @throws IllegalArgumentException as {@link #get(String, Class)}, and for a number that is not
   *     whole or does not fit
   */
  default int intValue(String key) {
    return get(key, Integer.class);
  }

  /**
   * A whole number.
   *
   * @param key the parameter's name
   * @return the value
   * @throws IllegalArgumentException as {@link #get(String, Class)}, and for a number that is not
   *     whole or does not fit
   */
  default long longValue(String key) {
    return get(key, Long.class);
  }

  /**
   * A truth value.
   *
   * @param key the parameter's name
   * @return the value
   * @throws IllegalArgumentException as {@link #get(String, Class)}
   */
  default boolean booleanValue(String key) {
    return get(key, Boolean.class);
  }

  /**
   * A text.
   *
   * @param key the parameter's name
   * @return the value
   * @throws IllegalArgumentException as {@link #get(String, Class)}
   */
  default String stringValue(String key) {
    return get(key, String.class);
  }

  /**
   * Adds a value for the later steps of this task.
   *
   * @param key a key that has no value yet
   * @param value the value
   * @throws IllegalArgumentException if the key has a value: a context never changes one
   */
  void add(String key, Object value);

  /**
   * The value of a parameter, datasource or input that was declared when the node was built. An
   * artifact is read through its loader on first use, once per task.
   *
   * @param slot what {@link StepSpec#param}, {@link ExperimentNode.Builder#input} or {@link
   *     ExperimentNode.Builder#dataSource} returned
   * @return the value
   */
  <T> T get(Slot<T> slot);

  /**
   * The content of an input's file, whatever its loader would make of it.
   *
   * @param input what {@link ExperimentNode.Builder#input} returned
   * @param form bytes, text or the file itself
   * @return the content
   */
  <T> T get(Slot<?> input, RawForm<T> form);

  /**
   * The handle of an output that was declared by {@link StepSpec#output}.
   *
   * @param slot the output
   * @return its handle in this task
   */
  <T> Output<T> output(OutputSlot<T> slot);

  /**
   * The instance whose methods are steps of this task.
   *
   * @param type the class
   * @param constructor makes the instance on first use
   * @return one instance per class and task
   */
  <T> T instance(Class<T> type, Supplier<? extends T> constructor);

  /**
   * Begins a context outside a run, to test a step.
   *
   * @return a builder
   */
  static ContextBuilder forTest() {
    return new ContextBuilder();
  }
}
