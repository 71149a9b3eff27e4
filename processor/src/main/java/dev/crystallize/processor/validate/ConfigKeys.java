package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.StepConfig;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.List;
import java.util.stream.Stream;

/** The keys of parameters that a configuration sets. */
final class ConfigKeys {

  private ConfigKeys() {}

  /** Returns every key that a treatment, the sweep or a step's own map sets. */
  static Stream<String> of(ExperimentModel experiment) {
    Stream<Setting> inTreatments =
        experiment.config().treatments().stream()
            .map(TreatmentConfig::settings)
            .flatMap(List::stream);
    Stream<Setting> inSteps =
        experiment.config().steps().stream()
            .flatMap(steps -> steps.value().stream())
            .map(StepConfig::settings)
            .flatMap(List::stream);
    return Stream.concat(
        Stream.concat(inTreatments, inSteps).map(setting -> setting.key().value()),
        experiment.config().sweep().stream().map(axis -> axis.key().value()));
  }
}
