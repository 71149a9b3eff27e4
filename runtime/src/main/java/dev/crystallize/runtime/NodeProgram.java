package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.TaskSeeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An experiment with everything decided that does not depend on the replicate. */
final class NodeProgram {

  private final ExperimentNode node;
  private final long seed;
  private final Map<String, Feed> feeds = new HashMap<>();
  private final Map<String, OutputCode<?>> outputs = new HashMap<>();
  private final Map<String, List<Map<String, Given>>> stepParams = new HashMap<>();

  /**
   * Prepares a node.
   *
   * @param node the experiment
   * @param conditions the conditions it will run
   * @param seed the seed in effect
   */
  NodeProgram(ExperimentNode node, List<String> conditions, long seed) {
    this.node = node;
    this.seed = seed;
    node.feeds().forEach(feed -> feeds.put(feed.alias(), feed));
    for (StepCode step : node.steps()) {
      step.declaration().outputs().forEach(output -> outputs.put(output.alias(), output));
    }
    for (String condition : conditions) {
      stepParams.put(
          condition,
          node.steps().stream()
              .map(step -> Effective.values(node.values(), condition, step.declaration()))
              .toList());
    }
  }

  ExperimentNode node() {
    return node;
  }

  /** Returns the datasource or input, which must exist. */
  Feed feed(String alias) {
    Feed feed = feeds.get(alias);
    if (feed == null) {
      throw new IllegalArgumentException(
          "experiment '" + node.name() + "' has no datasource '" + alias + "'");
    }
    return feed;
  }

  OutputCode<?> output(String alias) {
    OutputCode<?> output = outputs.get(alias);
    if (output == null) {
      throw new IllegalArgumentException(
          "experiment '" + node.name() + "' has no output '" + alias + "'");
    }
    return output;
  }

  StepContext stepContext(TaskScope scope, int position) {
    StepCode step = node.steps().get(position);
    TaskId task = scope.task();
    List<Map<String, Given>> params = stepParams.get(task.condition());
    if (params == null) {
      throw new IllegalStateException("not a condition of the plan: " + task);
    }
    return new StepContext(scope, use(step, task), params.get(position));
  }

  StepContext sourceContext(TaskScope scope, Feed.Own source) {
    TaskId task = scope.task();
    return new StepContext(
        scope,
        use(source, task),
        Effective.values(node.values(), task.condition(), source.declaration()));
  }

  /** The seed in effect. */
  long seed() {
    return seed;
  }

  /** Whose random numbers a step draws. */
  RandomUse use(StepCode step, TaskId task) {
    return use(TaskSeeds.step(step.name()), step.occurrence(), task);
  }

  /** Whose random numbers a datasource draws. */
  RandomUse use(Feed.Own source, TaskId task) {
    return use(TaskSeeds.datasource(source.alias()), 0, task);
  }

  private RandomUse use(String name, int occurrence, TaskId task) {
    return new RandomUse(node.name(), name, occurrence, seed, task.replicate());
  }
}
