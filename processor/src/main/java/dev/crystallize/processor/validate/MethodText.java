package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Suggestion;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Methods as messages call them. */
final class MethodText {

  private MethodText() {}

  /** Returns {@code Class.method(Type, Type)}, which tells overloads apart. */
  static String withTypes(MethodModel method) {
    List<String> types =
        method.element().getParameters().stream()
            .map(VariableElement::asType)
            .map(TypePrinter::simple)
            .toList();
    return method.display() + "(" + String.join(", ", types) + ")";
  }

  /** Returns {@code Class.method(parameter)}, which tells who reads or writes something. */
  static String withParameter(MethodModel method, ParameterModel parameter) {
    return method.display() + "(" + parameter.declared().name().java() + ")";
  }

  /** Returns the methods with the types of their parameters, the first few of them. */
  static String listed(List<MethodModel> methods) {
    return Suggestion.listed(methods.stream().map(MethodText::withTypes).toList());
  }
}
