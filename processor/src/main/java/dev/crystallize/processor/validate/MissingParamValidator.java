package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.ReservedKeys;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code missing-param}: a parameter that neither its own map, the baseline nor a default gives a
 * value, and that is no {@code Optional}. One key that several parameters lack is one mistake, and
 * so is a baseline that is not there.
 */
final class MissingParamValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Map<String, List<ParamUse>> missing = new LinkedHashMap<>();
    inTasks(experiment)
        .forEach(
            use ->
                missing
                    .computeIfAbsent(mistake(experiment, use), key -> new ArrayList<>())
                    .add(use));
    if (!experiment.file().isBroken(ConfigPart.HYPOTHESES)) {
      ParamUse.inVerifiers(experiment).stream()
          .filter(use -> isMissing(use, List.of()) && isReadable(use))
          .forEach(
              use ->
                  missing
                      .computeIfAbsent(use.owner() + " " + use.key(), key -> new ArrayList<>())
                      .add(use));
    }
    missing
        .values()
        .forEach(
            uses ->
                diagnostics.report(
                    diagnostic(experiment, graph, uses), uses.get(0).param().declared().place()));
  }

  private static String mistake(ExperimentModel experiment, ParamUse use) {
    return hasBaseline(experiment)
            || (isInput(experiment, use) && misspeltBaseline(experiment).isEmpty())
        ? use.key()
        : "no " + TreatmentConfig.BASELINE;
  }

  /** Returns the parameters of steps and datasources that are reported as missing. */
  static List<ParamUse> inTasks(ExperimentModel experiment) {
    if (!Known.treatments(experiment) || experiment.file().isBroken(ConfigPart.STEPS)) {
      return List.of();
    }
    return ParamUse.inTasks(experiment).stream()
        .filter(use -> isMissing(use, experiment.baseline()))
        .filter(use -> !isMisspeltInBaseline(use, experiment))
        .filter(use -> isReadable(use) || isInput(experiment, use))
        .toList();
  }

  /** Returns whether an input is what a missing parameter means, which is told there. */
  static boolean isMeant(ExperimentModel experiment, String input) {
    return inTasks(experiment).stream().anyMatch(use -> use.reads(input));
  }

  /** A type that no configuration can give is the one mistake of its parameter. */
  private static boolean isReadable(ParamUse use) {
    return use.param().codec().unsupported().filter(why -> !why.unknownType()).isEmpty();
  }

  /** Then it is the annotation that is wrong, not the type. */
  private static boolean isInput(ExperimentModel experiment, ParamUse use) {
    return experiment.sources().stream().anyMatch(source -> use.reads(source.alias()));
  }

  /** Returns whether a parameter is told to be an input of its experiment. */
  static boolean meansInput(ExperimentModel experiment, ParamUse use) {
    return isInput(experiment, use) && inTasks(experiment).contains(use);
  }

  private static boolean isMissing(ParamUse use, List<Setting> baseline) {
    return use.fixed().isEmpty()
        && use.param().defaultValue().isEmpty()
        && !(use.param().codec() instanceof CodecModel.OptionalOf)
        && use.param().declared().nameKnown()
        && ReservedKeys.reasonAgainst(use.key()).isEmpty()
        && baseline.stream().noneMatch(setting -> use.reads(setting.key().value()))
        && use.misspelt().stream().noneMatch(setting -> mayMean(setting, use));
  }

  /** A key that nothing reads is reported where it stands, if it may be the one that is missing. */
  private static boolean isMisspeltInBaseline(ParamUse use, ExperimentModel experiment) {
    List<ParamUse> uses = ParamUse.inTasks(experiment);
    return experiment.baseline().stream()
        .filter(setting -> uses.stream().noneMatch(one -> one.reads(setting.key().value())))
        .anyMatch(setting -> mayMean(setting, use));
  }

  private static boolean mayMean(Setting setting, ParamUse use) {
    List<String> names = List.of(use.key(), use.param().declared().name().java());
    return Suggestions.nearest(setting.key().value(), names).isPresent();
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, Graph graph, List<ParamUse> uses) {
    ParamUse first = uses.get(0);
    List<String> readers = uses.stream().map(ParamUse::display).distinct().toList();
    Diagnostic diagnostic =
        Diagnostic.of(experiment.folder(), Message.MISSING_PARAM, first.key(), first.owner())
            .withDetail(
                misspeltBaseline(experiment)
                    .filter(name -> first.varies())
                    .map(name -> "the treatment '" + name + "' may be meant as 'baseline'")
                    .orElseGet(() -> remedy(experiment, uses)));
    if (readers.size() > 1) {
      diagnostic = diagnostic.withDetail("needed by: " + Suggestion.listed(readers));
    }
    Optional<String> slip =
        inTreatments(experiment, uses).or(() -> inOtherExperiment(experiment, graph, first));
    return slip.or(() -> unreadInBaseline(experiment, first))
        .map(diagnostic::withDetail)
        .orElse(diagnostic);
  }

  /** A treatment that may be the baseline by a misspelt name; all that it sets is one mistake. */
  private static Optional<String> misspeltBaseline(ExperimentModel experiment) {
    return hasBaseline(experiment)
        ? Optional.empty()
        : Suggestions.nearest(TreatmentConfig.BASELINE, experiment.treatmentNames());
  }

  private static boolean hasBaseline(ExperimentModel experiment) {
    return experiment.treatmentNames().size() < experiment.config().treatments().size();
  }

  private static String remedy(ExperimentModel experiment, List<ParamUse> uses) {
    ParamUse use = uses.get(0);
    String path = experiment.file().source().path();
    Optional<SourceModel> input =
        experiment.sources().stream().filter(source -> use.reads(source.alias())).findFirst();
    if (input.isPresent() && use.varies()) {
      return "to read the input '" + input.get().alias() + "' write @Artifact instead of @Param";
    }
    return use.varies()
        ? "add it to " + path + ": treatments: { baseline: { " + unset(uses) + " } }"
        : "add it to the hypothesis in " + path + ": params: { " + use.key() + ": ... }";
  }

  private static String unset(List<ParamUse> uses) {
    return uses.stream()
        .map(ParamUse::key)
        .distinct()
        .map(key -> key + ": ...")
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> inTreatments(ExperimentModel experiment, List<ParamUse> uses) {
    List<String> names =
        experiment.treatments().stream()
            .filter(treatment -> uses.stream().anyMatch(use -> sets(treatment, use)))
            .map(treatment -> "'" + treatment.name().value() + "'")
            .toList();
    return names.isEmpty() || !uses.get(0).varies()
        ? Optional.empty()
        : Optional.of("only set by " + Suggestion.listed(names) + "; the baseline needs it too");
  }

  /** Keys that nothing reads, one of which may be the parameter's by an earlier name. */
  private static Optional<String> unreadInBaseline(ExperimentModel experiment, ParamUse use) {
    List<ParamUse> uses = ParamUse.inTasks(experiment);
    List<String> unread =
        experiment.baseline().stream()
            .map(setting -> setting.key().value())
            .filter(key -> uses.stream().noneMatch(one -> one.reads(key)))
            .toList();
    return unread.isEmpty() || !use.varies()
        ? Optional.empty()
        : Optional.of("the baseline sets what nothing reads: " + Suggestion.listed(unread));
  }

  private static boolean sets(TreatmentConfig treatment, ParamUse use) {
    return treatment.settings().stream().anyMatch(setting -> use.reads(setting.key().value()));
  }

  /** A value that was set in another experiment, which does not read it. */
  private static Optional<String> inOtherExperiment(
      ExperimentModel experiment, Graph graph, ParamUse use) {
    return graph.experiments().stream()
        .filter(other -> !other.graphClass().equals(experiment.graphClass()))
        .flatMap(
            other -> {
              List<ParamUse> readers = ParamUse.inTasks(other);
              return readers.stream().anyMatch(reader -> reader.reads(use.key()))
                  ? Stream.empty()
                  : other.config().treatments().stream()
                      .flatMap(treatment -> treatment.settings().stream())
                      .filter(setting -> use.reads(setting.key().value()))
                      .map(setting -> "set in the wrong experiment: " + setting.key().place());
            })
        .findFirst();
  }
}
