package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** {@code ambiguous-name}: a parameter whose type several resources fit. Told once. */
final class AmbiguousResourceValidator implements Validator {

  @Override
  public void validate(Graph graph, Diagnostics diagnostics) {
    Set<ExecutableElement> seen = new HashSet<>();
    for (ExperimentModel experiment : graph.experiments()) {
      Check check = new Check(experiment, seen, diagnostics);
      for (SourceMethod source : experiment.scope().sources()) {
        check.method(source.method(), source.parameters());
      }
      for (StepMethod step : experiment.scope().steps()) {
        check.method(step.method(), step.parameters());
      }
      for (VerifierMethod verifier : experiment.scope().verifiers()) {
        check.method(verifier.method(), verifier.parameters());
      }
      for (ResourceMethod resource : experiment.scope().resources()) {
        check.method(resource.method(), resource.parameters());
      }
    }
  }

  private record Check(
      ExperimentModel experiment, Set<ExecutableElement> seen, Diagnostics diagnostics) {

    void method(MethodModel method, List<ParameterModel> parameters) {
      for (ParameterModel parameter : parameters) {
        if (parameter instanceof ParameterModel.ResourceParameter taken
            && taken.candidates().size() > 1
            && seen.add(method.element())) {
          diagnostics.report(
              Diagnostic.of(
                      experiment.folder(),
                      Message.AMBIGUOUS_RESOURCE,
                      MethodText.withParameter(method, parameter),
                      MethodText.listed(taken.candidates()))
                  .withDetail("give it the very type of the one that is meant"),
              parameter.declared().place());
        }
      }
    }
  }
}
