package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/**
 * {@code step-signature}: a resource with a parameter it cannot be given, that makes nothing to
 * share, or that no task may use. Told once, whoever has it in scope.
 */
final class ResourceSignatureValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<ExecutableElement> seen = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      for (ResourceMethod resource : experiment.scope().resources()) {
        if (seen.add(resource.method().element())) {
          check(experiment, resource, diagnostics);
        }
      }
    }
  }

  private static void check(
      ExperimentModel experiment, ResourceMethod resource, Diagnostics diagnostics) {
    MethodModel method = resource.method();
    String name = method.name().canonical();
    for (ParameterModel parameter : resource.parameters()) {
      if (parameter instanceof ParameterModel.Unresolved && parameter.declared().typeKnown()) {
        diagnostics.report(
            Diagnostic.of(
                    experiment.folder(),
                    Message.RESOURCE_PARAMETER,
                    parameter.declared().name().java(),
                    name)
                .withDetail(
                    "it may take @Param values and other resources;"
                        + " it belongs to no task, so there is no Context and no RandomGenerator"),
            parameter.declared().place());
      }
    }
    TypeKind kind = method.returnType().getKind();
    if (kind.isPrimitive() || kind == TypeKind.VOID) {
      diagnostics.report(
          Diagnostic.of(
              experiment.folder(),
              Message.RESOURCE_WITHOUT_VALUE,
              name,
              TypePrinter.simple(method.returnType())),
          method.place());
    }
    if (resource.concurrency().isPresent() && resource.concurrency().getAsInt() < 1) {
      diagnostics.report(
          Diagnostic.of(
              experiment.folder(),
              Message.RESOURCE_CONCURRENCY,
              name,
              Integer.toString(resource.concurrency().getAsInt())),
          method.place().annotation().isPresent()
              ? method.place()
              : method.place().annotation(Annotation.RESOURCE.canonicalName(), "concurrency"));
    }
  }
}
