package dev.crystallize.runtime.engine;

import java.util.List;
import java.util.Optional;

/**
 * What to do when tasks of an experiment fail or hang.
 *
 * @param task what holds for the task as a whole, and where no step has begun
 * @param steps what holds in each step of the pipeline, by position; empty if the same holds
 *     everywhere and no step has a limit of its own
 */
public record FailureRules(FailureRule task, List<FailureRule> steps) {

  /** A failure is final, and everything may take as long as it likes. */
  public static final FailureRules NONE = new FailureRules(FailureRule.NONE, List.of());

  /** Copies the list. */
  public FailureRules {
    steps = List.copyOf(steps);
  }

  /** What holds for a failure, by the step it happened in. */
  FailureRule at(Optional<StepRef> step) {
    return step.flatMap(this::of).orElse(task);
  }

  /** What holds in a step of its own; empty for what is no step. */
  Optional<FailureRule> of(StepRef step) {
    boolean known = step.position() >= 0 && step.position() < steps.size();
    return known ? Optional.of(steps.get(step.position())) : Optional.empty();
  }

  /** Whether anything has a limit. */
  boolean limited() {
    return task.timeout().isPresent()
        || steps.stream().anyMatch(step -> step.timeout().isPresent());
  }
}
