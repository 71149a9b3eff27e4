package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.runtime.config.ConfigPart;
import java.util.Optional;
import java.util.stream.Stream;

/** What of an experiment is known for certain, so that a rule may rest its answer on it. */
final class Known {

  private Known() {}

  /** Returns whether all steps are known, so that what no step does is not done. */
  static boolean steps(ExperimentModel experiment) {
    return !experiment.file().isBroken(ConfigPart.STEPS)
        && experiment.pipeline().stream().allMatch(PipelineEntry.Resolved.class::isInstance)
        && experiment.steps().stream().allMatch(Known::parameters);
  }

  /** A parameter of a type that does not exist, or one of several, may be meant as anything. */
  private static boolean parameters(StepModel step) {
    return step.method().parameters(ParameterModel.Unresolved.class).isEmpty()
        && step.method().parameters(ParameterModel.Data.class).stream()
            .allMatch(parameter -> parameter.declared().typeKnown());
  }

  /** Returns whether all entries of {@code outputs} are known. */
  static boolean outputs(ExperimentModel experiment) {
    return !experiment.file().isBroken(ConfigPart.OUTPUTS);
  }

  /** Returns whether all entries of {@code datasource} are known. */
  static boolean inputs(ExperimentModel experiment) {
    return !experiment.file().isBroken(ConfigPart.DATASOURCE);
  }

  /** Returns whether all datasource methods that it uses are known. */
  static boolean sources(ExperimentModel experiment) {
    return inputs(experiment)
        && experiment.sources().stream()
            .allMatch(
                source ->
                    !(source.origin() instanceof SourceModel.FromMethod method)
                        || method.method().isFound());
  }

  /** Returns whether all treatments are known. */
  static boolean treatments(ExperimentModel experiment) {
    return !experiment.file().isBroken(ConfigPart.TREATMENTS)
        && !experiment.file().isBroken(ConfigPart.SWEEP);
  }

  /** Returns whether every output that a step means to write is one. */
  static boolean writes(ExperimentModel experiment) {
    return experiment.steps().stream()
        .flatMap(step -> Stream.concat(step.outputs().values().stream(), step.artifact().stream()))
        .allMatch(binding -> binding.alias().isFound());
  }

  /** Returns whether every input that a step means to read is one. */
  static boolean reads(ExperimentModel experiment) {
    return experiment.steps().stream()
        .flatMap(step -> step.inputs().values().stream())
        .allMatch(binding -> binding.alias().isFound());
  }

  /** Returns the name that a resolution says nothing has. */
  static <T> Optional<Resolution.Unknown<T>> unknown(Resolution<T> resolution) {
    return resolution instanceof Resolution.Unknown<T> unknown
        ? Optional.of(unknown)
        : Optional.empty();
  }

  /** Returns the name that a resolution says several things have. */
  static <T> Optional<Resolution.Ambiguous<T>> ambiguous(Resolution<T> resolution) {
    return resolution instanceof Resolution.Ambiguous<T> ambiguous
        ? Optional.of(ambiguous)
        : Optional.empty();
  }
}
