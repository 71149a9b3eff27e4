package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** {@code step-chain}: a step whose data parameter does not take what comes before it. */
final class StepChainValidator implements ExperimentValidator {

  private final TypeFit fit;

  StepChainValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    List<StepModel> steps = experiment.steps();
    for (int i = 0; i < steps.size(); i++) {
      StepModel step = steps.get(i);
      String giver = giver(experiment, steps.subList(0, i));
      for (ParameterModel.Data data : step.method().parameters(ParameterModel.Data.class)) {
        if (data.declared().typeKnown() && !fit.hasTypeVariable(data.type())) {
          mistake(experiment, step, data, giver)
              .map(diagnostic -> withSlip(diagnostic, experiment, data))
              .ifPresent(diagnostic -> diagnostics.report(diagnostic, data.declared().place()));
        }
      }
    }
  }

  private Optional<Diagnostic> mistake(
      ExperimentModel experiment, StepModel step, ParameterModel.Data data, String giver) {
    if (step.incoming() instanceof Flow.Nothing) {
      return Known.inputs(experiment)
          ? Optional.of(
              Diagnostic.of(
                  experiment.folder(),
                  Message.STEP_WITHOUT_DATA,
                  step.name(),
                  data.declared().name().java(),
                  experiment.name()))
          : Optional.empty();
    }
    if (step.incoming() instanceof Flow.AllInputs) {
      return mismatch(experiment, step, data, fit.mapOfInputs(), giver);
    }
    return step.incoming() instanceof Flow.Typed typed
        ? mismatch(experiment, step, data, typed.type(), giver)
        : Optional.empty();
  }

  private Optional<Diagnostic> mismatch(
      ExperimentModel experiment,
      StepModel step,
      ParameterModel.Data data,
      TypeMirror given,
      String giver) {
    if (fit.fits(given, data.type())) {
      return Optional.empty();
    }
    TypePrinter printer = TypePrinter.of(given, data.type());
    return Optional.of(
        Diagnostic.of(
            experiment.folder(),
            Message.STEP_CHAIN,
            step.name(),
            printer.print(data.type()),
            giver,
            printer.print(given)));
  }

  /** Who made the data that reach a step: the last one before it that returned any. */
  private static String giver(ExperimentModel experiment, List<StepModel> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      if (!(before.get(i).method().returned() instanceof Returned.PassOn)) {
        return "step '" + before.get(i).name() + "'";
      }
    }
    List<SourceModel> sources = experiment.sources();
    return sources.size() == 1 && sources.get(0).origin() instanceof SourceModel.FromMethod
        ? "datasource '" + sources.get(0).alias() + "'"
        : "the datasource";
  }

  /** A lone parameter without an annotation is the data, which may not be what was meant. */
  private static Diagnostic withSlip(
      Diagnostic diagnostic, ExperimentModel experiment, ParameterModel.Data data) {
    String java = data.declared().name().java();
    for (SourceModel source : experiment.sources()) {
      if (data.declared().name().answersTo(source.alias())) {
        return diagnostic.withDetail(
            "to read the input '" + source.alias() + "' write @Artifact before '" + java + "'");
      }
    }
    boolean isKey = ConfigKeys.of(experiment).anyMatch(data.declared().name()::answersTo);
    if (isKey || looksLikeAValue(data.type())) {
      return diagnostic.withDetail(
          "if it is a value from the configuration, write @Param before '" + java + "'");
    }
    return diagnostic;
  }

  private static boolean looksLikeAValue(TypeMirror type) {
    return type.getKind().isPrimitive() || TypePrinter.qualified(type).startsWith("java.lang.");
  }
}
