package dev.crystallize.processor.read;

import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.VerifierMethod;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Recognises the allowed shapes of verifiers. */
final class VerifierReader {

  private VerifierReader() {}

  static VerifierMethod read(MethodModel method, List<ParameterModel> parameters) {
    VerifierMethod.Result result = result(method.returnType());
    boolean samplesFirst =
        parameters.size() >= 2
            && parameters.get(0) instanceof ParameterModel.SamplesParameter
            && parameters.get(1) instanceof ParameterModel.SamplesParameter;
    boolean restAllowed =
        parameters.stream()
            .skip(2)
            .allMatch(
                parameter ->
                    parameter instanceof ParameterModel.Param
                        || parameter instanceof ParameterModel.RandomParameter
                        || parameter instanceof ParameterModel.ResourceParameter);
    return new VerifierMethod(
        method,
        parameters,
        result,
        samplesFirst && restAllowed && result != VerifierMethod.Result.OTHER);
  }

  private static VerifierMethod.Result result(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return VerifierMethod.Result.OTHER;
    }
    DeclaredType declared = (DeclaredType) type;
    if (declared.asElement().getKind() == ElementKind.RECORD) {
      return VerifierMethod.Result.RECORD;
    }
    return RankerReader.isFindings(type) ? VerifierMethod.Result.MAP : VerifierMethod.Result.OTHER;
  }
}
