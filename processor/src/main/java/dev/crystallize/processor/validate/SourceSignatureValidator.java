package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import javax.lang.model.type.TypeKind;

/** {@code step-signature}: a datasource with a parameter it cannot be given, or without a value. */
final class SourceSignatureValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        origin.method().found().ifPresent(method -> check(experiment, method, diagnostics));
      }
    }
  }

  private static void check(
      ExperimentModel experiment, SourceMethod source, Diagnostics diagnostics) {
    MethodModel method = source.method();
    for (ParameterModel parameter : source.parameters()) {
      if (!isGiven(parameter) && parameter.declared().typeKnown()) {
        diagnostics.report(
            Diagnostic.of(
                    experiment.folder(),
                    Message.SOURCE_PARAMETER,
                    parameter.declared().name().java(),
                    method.name().canonical())
                .withDetail(
                    "it may take @Param values, resources, Context and RandomGenerator;"
                        + " write @Param before a value from the configuration"),
            parameter.declared().place());
      }
    }
    if (method.returnType().getKind() == TypeKind.VOID) {
      diagnostics.report(
          Diagnostic.of(
              experiment.folder(), Message.SOURCE_WITHOUT_VALUE, method.name().canonical()),
          method.place());
    }
  }

  private static boolean isGiven(ParameterModel parameter) {
    return parameter instanceof ParameterModel.Param
        || parameter instanceof ParameterModel.ContextParameter
        || parameter instanceof ParameterModel.RandomParameter
        || parameter instanceof ParameterModel.ResourceParameter;
  }
}
