package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code unused-output}: an output that no step writes. */
final class UnusedOutputValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (OutputModel output : unwritten(experiment)) {
      diagnostics.report(
          experiment, output.config().alias().place(), diagnostic(experiment, output.alias()));
    }
  }

  /** Returns whether an output is reported here. */
  static boolean isBroken(ExperimentModel experiment) {
    return !unwritten(experiment).isEmpty();
  }

  private static List<OutputModel> unwritten(ExperimentModel experiment) {
    return Known.steps(experiment) && Known.writes(experiment)
        ? experiment.outputs().stream().filter(output -> output.writes().isEmpty()).toList()
        : List.of();
  }

  private static Diagnostic diagnostic(ExperimentModel experiment, String alias) {
    return Diagnostic.of(experiment.folder(), Message.UNUSED_OUTPUT, alias)
        .withDetail(
            absentWriter(experiment, alias)
                .map(step -> "step '%s' writes it, but does not stand under steps".formatted(step))
                .orElse(
                    "give a step a parameter Output<...> "
                        + javaName(alias)
                        + ", or write @Artifact(\""
                        + alias
                        + "\") on the step that returns it"));
  }

  private static Optional<String> absentWriter(ExperimentModel experiment, String alias) {
    return experiment.scope().steps().stream()
        .filter(step -> writes(step, alias))
        .map(StepMethod::name)
        .findFirst();
  }

  private static boolean writes(StepMethod step, String alias) {
    return Stream.concat(
            step.parameters(ParameterModel.OutputHandle.class).stream()
                .map(handle -> handle.declared().name()),
            step.artifact().stream())
        .anyMatch(name -> name.answersTo(alias));
  }

  private static String javaName(String alias) {
    StringBuilder name = new StringBuilder();
    boolean capital = false;
    for (int i = 0; i < alias.length(); i++) {
      char c = alias.charAt(i);
      if (Character.isJavaIdentifierPart(c) && c != '_') {
        name.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      } else {
        capital = name.length() > 0;
      }
    }
    return name.length() > 0 && Character.isJavaIdentifierStart(name.charAt(0))
        ? name.toString()
        : "output";
  }
}
