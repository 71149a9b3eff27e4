package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.StepConfig;
import java.util.Optional;

/** One entry of {@code steps}. */
public sealed interface PipelineEntry {

  /** Returns the step, if the entry names one. */
  default Optional<StepModel> resolved() {
    return Optional.empty();
  }

  /** A step. */
  record Resolved(StepModel step) implements PipelineEntry {
    @Override
    public Optional<StepModel> resolved() {
      return Optional.of(step);
    }
  }

  /** A name that is unknown or ambiguous. */
  record Unresolved(StepConfig config, Resolution<StepMethod> name) implements PipelineEntry {}
}
