package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.TaskSeeds;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a context outside a run, to test a step. Where nothing else is said it is that of the step
 * {@code step} in the baseline of the experiment {@code test}, replicate 0, seed 0.
 */
public final class ContextBuilder {

  private final Map<String, Given> params = new LinkedHashMap<>();
  private String experiment = "test";
  private String step = "step";
  private String condition = Conditions.BASELINE;
  private int replicate;
  private long seed;
  private Metrics metrics = new MetricsRecorder();

  ContextBuilder() {}

  /**
   * Names the experiment. With the step's name and the seed of a run the context draws the random
   * numbers that the step draws in that run.
   *
   * @param name the declared name
   * @return this builder
   */
  public ContextBuilder experiment(String name) {
    experiment = name;
    return this;
  }

  /**
   * Names the step.
   *
   * @param name its name as in {@code config.yaml}, in snake_case
   * @return this builder
   */
  public ContextBuilder step(String name) {
    step = name;
    return this;
  }

  /**
   * Chooses the condition.
   *
   * @param name {@code baseline} or a treatment
   * @return this builder
   */
  public ContextBuilder condition(String name) {
    condition = name;
    return this;
  }

  /**
   * Chooses the replicate.
   *
   * @param index from 0
   * @return this builder
   * @throws IllegalArgumentException if it is below 0
   */
  public ContextBuilder replicate(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("a replicate is 0 or above, not " + index);
    }
    replicate = index;
    return this;
  }

  /**
   * Chooses the seed of the experiment.
   *
   * @param number any number
   * @return this builder
   */
  public ContextBuilder seed(long number) {
    seed = number;
    return this;
  }

  /**
   * Gives a parameter its value.
   *
   * @param key the parameter's name as in {@code config.yaml}
   * @param value a text, number, truth value, list or map
   * @return this builder
   * @throws IllegalArgumentException if the value is nothing a configuration can hold
   */
  public ContextBuilder param(String key, Object value) {
    params.put(key, Given.inCode(value));
    return this;
  }

  /**
   * Says where metrics go. Default: they are checked and dropped.
   *
   * @param target such as {@link Metrics#collecting()}
   * @return this builder
   */
  public ContextBuilder metrics(Metrics target) {
    metrics = target;
    return this;
  }

  /**
   * Ends the context.
   *
   * @return a context that stays valid; each has a generator of its own, at its first number
   */
  public Context build() {
    TaskId task = new TaskId(experiment, condition, replicate);
    RandomUse use = new RandomUse(experiment, TaskSeeds.step(step), 0, seed, replicate);
    return new StepContext(new TestScope(task, metrics), use, Map.copyOf(params));
  }
}
