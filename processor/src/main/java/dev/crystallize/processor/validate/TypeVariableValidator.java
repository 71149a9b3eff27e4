package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** {@code step-signature}: a type variable in the signature of a method that an experiment uses. */
final class TypeVariableValidator implements ExperimentValidator {

  private final TypeFit fit;

  TypeVariableValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (UsedMethod used : UsedMethod.of(experiment)) {
      variable(used.method())
          .ifPresent(
              variable ->
                  diagnostics.report(
                      Diagnostic.of(
                          experiment.folder(),
                          Message.TYPE_VARIABLE,
                          used.kind().noun() + " '" + used.method().name().canonical() + "'",
                          variable),
                      used.method().place()));
    }
  }

  private Optional<String> variable(MethodModel method) {
    List<TypeMirror> types = new ArrayList<>();
    method.element().getParameters().stream().map(VariableElement::asType).forEach(types::add);
    types.add(method.returnType());
    return types.stream().filter(fit::hasTypeVariable).map(TypePrinter::simple).findFirst();
  }
}
