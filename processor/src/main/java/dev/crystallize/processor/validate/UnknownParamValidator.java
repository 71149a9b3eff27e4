package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.ReservedKeys;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/** {@code unknown-param}: a key in the map of a step or hypothesis that no parameter has. */
final class UnknownParamValidator implements ExperimentValidator {

  private final UnmarkedValues unmarked;

  UnknownParamValidator(UnmarkedValues unmarked) {
    this.unmarked = unmarked;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (StepModel step : experiment.steps()) {
      String owner = "step '" + step.name() + "'";
      List<Setting> unknown =
          step.unknownSettings().stream()
              .filter(setting -> !unmarked.isReported(step, setting.key().value()))
              .toList();
      report(experiment, owner, unknown, step.method().parameters(), diagnostics);
    }
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      String owner = "verifier '" + hypothesis.config().verifier().value() + "'";
      List<ParameterModel> parameters =
          hypothesis.verifier().found().map(VerifierMethod::parameters).orElse(List.of());
      if (hypothesis.verifier().isFound()) {
        report(experiment, owner, hypothesis.unknownSettings(), parameters, diagnostics);
      }
    }
  }

  private static void report(
      ExperimentModel experiment,
      String owner,
      List<Setting> unknown,
      List<ParameterModel> parameters,
      Diagnostics diagnostics) {
    if (!parameters.stream().allMatch(parameter -> parameter.declared().nameKnown())) {
      return;
    }
    for (Setting setting : unknown) {
      String key = setting.key().value();
      if (ReservedKeys.reasonAgainst(key).isPresent()) {
        continue;
      }
      Diagnostic diagnostic =
          Diagnostic.of(experiment.folder(), Message.UNKNOWN_PARAM, owner, key)
              .suggesting(
                  Suggestions.of(
                      key, parameters.stream().flatMap(UnknownParamValidator::settable).toList()));
      diagnostics.report(
          experiment,
          setting.key().place(),
          parameters.stream()
              .filter(UnknownParamValidator::isUnmarked)
              .filter(parameter -> parameter.declared().name().answersTo(key))
              .findFirst()
              .map(
                  parameter ->
                      diagnostic.withDetail(
                          "to set the parameter '"
                              + parameter.declared().name().java()
                              + "' write @Param before it"))
              .orElse(diagnostic));
    }
  }

  private static boolean isUnmarked(ParameterModel parameter) {
    return parameter instanceof ParameterModel.Data
        || parameter instanceof ParameterModel.Unresolved;
  }

  private static Stream<String> settable(ParameterModel parameter) {
    return parameter instanceof ParameterModel.Param
            || parameter instanceof ParameterModel.Input
            || parameter instanceof ParameterModel.OutputHandle
        ? Stream.of(parameter.declared().name().canonical())
        : Stream.empty();
  }
}
