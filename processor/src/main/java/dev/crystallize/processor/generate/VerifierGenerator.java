package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The method behind a hypothesis. */
final class VerifierGenerator {

  private static final String LAMBDA = "(context, baseline, treatment)";

  private final NodeParts parts;

  VerifierGenerator(NodeParts parts) {
    this.parts = parts;
  }

  /**
   * Returns the method for one hypothesis.
   *
   * @param body nothing yet
   */
  MethodSpec verifier(HypothesisModel hypothesis, VerifierMethod verifier, BodyGenerator body) {
    hypothesis
        .ranker()
        .found()
        .map(RankerMethod::method)
        .ifPresent(
            ranker ->
                body.declare(
                    "verifier.ranker($L, $L)",
                    TextLiteral.of(ranker.name().canonical()),
                    ranking(ranker, parts.constantNames())));
    return verifier(hypothesis.name(), verifier, hypothesis.fixed(), body);
  }

  /**
   * Returns the method for a verifier that any hypothesis may name.
   *
   * @param body nothing yet
   */
  MethodSpec verifier(VerifierMethod verifier, BodyGenerator body) {
    return verifier(verifier.method().name().canonical(), verifier, Map.of(), body);
  }

  private MethodSpec verifier(
      String wanted, VerifierMethod verifier, Map<Integer, Setting> fixed, BodyGenerator body) {
    boolean baseline = true;
    for (ParameterModel parameter : verifier.parameters()) {
      if (parameter instanceof ParameterModel.SamplesParameter) {
        body.argument(CodeBlock.of(baseline ? "baseline" : "treatment"));
        baseline = false;
      } else {
        body.argument(parameter, Optional.ofNullable(fixed.get(parameter.position())));
      }
    }
    String name = parts.methodName(wanted);
    if (verifier.result() == VerifierMethod.Result.RECORD) {
      CodeBlock findings = findings(body, verifier.method().returnType());
      return body.methodWithBlock(name, Api.VERIFIER_BODY, LAMBDA, findings);
    }
    return body.method(name, Api.VERIFIER_BODY, LAMBDA, true);
  }

  /**
   * Returns what ranks by a method.
   *
   * @param constantNames the names of constants that must not be taken for classes
   */
  static CodeBlock ranking(MethodModel ranker, Set<String> constantNames) {
    CodeBlock owner =
        ranker.isStatic()
            ? TypeNames.owner(ranker, constantNames)
            : CodeBlock.of("new $T()", ClassName.get(ranker.owner()));
    return CodeBlock.of("findings -> $L.$N(findings)", owner, ranker.javaName());
  }

  /** A record's components are the findings, in order. */
  private static CodeBlock findings(BodyGenerator body, TypeMirror record) {
    TypeName map =
        ParameterizedTypeName.get(ClassName.get(Map.class), TypeNames.STRING, ClassName.OBJECT);
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T result = $L", TypeName.get(record), body.call());
    code.addStatement("$T findings = new $T<>()", map, LinkedHashMap.class);
    TypeElement element = (TypeElement) ((DeclaredType) record).asElement();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      String key = TextLiteral.of(SnakeCase.of(name));
      code.addStatement("findings.put($L, result.$N())", key, name);
    }
    return code.addStatement("return findings").build();
  }
}
