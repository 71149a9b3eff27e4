package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.ReservedKeys;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code unread-treatment-param}: a key of treatments that nothing in the experiment reads. A key
 * that several treatments set is one mistake.
 */
final class UnreadTreatmentParamValidator implements ExperimentValidator {

  private final UnmarkedValues unmarked;

  UnreadTreatmentParamValidator(UnmarkedValues unmarked) {
    this.unmarked = unmarked;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    List<ParamUse> uses = ParamUse.inTasks(experiment);
    if (!Known.steps(experiment) || !Known.sources(experiment) || hidesNames(uses)) {
      return;
    }
    Map<String, Unread> unread = new LinkedHashMap<>();
    for (TreatmentConfig treatment : experiment.config().treatments()) {
      for (Setting setting : treatment.settings()) {
        String key = setting.key().value();
        if (uses.stream().noneMatch(use -> use.reads(key))
            && !unmarked.areReported(experiment, key)
            && !isToldByMissingParam(experiment, graph, uses, key)
            && ReservedKeys.reasonAgainst(key).isEmpty()) {
          unread.putIfAbsent(key, new Unread(treatment, setting));
        }
      }
    }
    unread.forEach(
        (key, first) ->
            diagnostics.report(
                experiment,
                first.setting().key().place(),
                diagnostic(experiment, graph, uses, first)));
  }

  /** A value under a parameter's earlier name, or in the wrong experiment, is one mistake. */
  private static boolean isToldByMissingParam(
      ExperimentModel experiment, Graph graph, List<ParamUse> uses, String key) {
    boolean renamed =
        experiment.baseline().stream().anyMatch(setting -> setting.key().value().equals(key))
            && uses.stream()
                .noneMatch(use -> Suggestions.nearest(key, List.of(use.key())).isPresent())
            && MissingParamValidator.inTasks(experiment).stream().anyMatch(ParamUse::varies);
    return renamed
        || graph.experiments().stream()
            .filter(other -> !other.graphClass().equals(experiment.graphClass()))
            .flatMap(other -> MissingParamValidator.inTasks(other).stream())
            .anyMatch(use -> use.reads(key));
  }

  private static boolean hidesNames(List<ParamUse> uses) {
    return uses.stream().anyMatch(use -> !use.param().declared().nameKnown());
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, Graph graph, List<ParamUse> uses, Unread unread) {
    String key = unread.setting().key().value();
    Message message =
        takesContext(experiment)
            ? Message.CONTEXT_MAY_READ_TREATMENT_PARAM
            : Message.UNREAD_TREATMENT_PARAM;
    Diagnostic diagnostic =
        Diagnostic.of(
                experiment.folder(),
                message,
                unread.treatment().name().value(),
                key,
                experiment.name())
            .suggesting(Suggestions.of(key, uses.stream().map(ParamUse::key).distinct().toList()));
    return unmarked(experiment, key)
        .or(() -> inOtherExperiment(experiment, graph, key))
        .map(diagnostic::withDetail)
        .orElse(diagnostic);
  }

  private static boolean takesContext(ExperimentModel experiment) {
    return experiment.steps().stream()
        .anyMatch(
            step -> !step.method().parameters(ParameterModel.ContextParameter.class).isEmpty());
  }

  private static Optional<String> unmarked(ExperimentModel experiment, String key) {
    for (StepModel step : experiment.steps()) {
      for (ParameterModel parameter : step.method().parameters()) {
        boolean unmarked =
            parameter instanceof ParameterModel.Data
                || parameter instanceof ParameterModel.Unresolved;
        if (unmarked && parameter.declared().name().answersTo(key)) {
          return Optional.of(
              "for "
                  + MethodText.withParameter(step.method().method(), parameter)
                  + " to read it write @Param before the parameter");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inOtherExperiment(
      ExperimentModel experiment, Graph graph, String key) {
    List<String> readers =
        graph.experiments().stream()
            .filter(other -> !other.graphClass().equals(experiment.graphClass()))
            .filter(other -> ParamUse.inTasks(other).stream().anyMatch(use -> use.reads(key)))
            .map(other -> other.file().source().path())
            .toList();
    return readers.isEmpty()
        ? Optional.empty()
        : Optional.of("read elsewhere; set it in " + Suggestion.listed(readers));
  }

  /** The first place of a key that nothing reads. */
  private record Unread(TreatmentConfig treatment, Setting setting) {}
}
