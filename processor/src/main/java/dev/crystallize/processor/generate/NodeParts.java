package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.runtime.config.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the generators of the parts of one node share.
 *
 * @param graph all experiments
 * @param experiment the one whose node is generated
 * @param late what knows where constants are
 * @param self the class that holds the node's code
 * @param constants an expression for each output's constant, by alias
 * @param constantNames the simple names of these constants, which locals must not hide
 * @param codecs what collects codecs
 * @param methodNames the names of the methods of the node's class
 * @param values what writes values
 */
record NodeParts(
    Graph graph,
    ExperimentModel experiment,
    LateConstants late,
    ClassName self,
    Map<String, CodeBlock> constants,
    Set<String> constantNames,
    CodecGenerator codecs,
    NameScope methodNames,
    ValueLiterals values) {

  private static final List<String> LOCALS =
      List.of(
          "baseline",
          "content",
          "context",
          "data",
          "dev",
          "file",
          "in",
          "java",
          "name",
          "node",
          "out",
          "result",
          "results",
          "treatment",
          "value",
          "yield");

  /** Returns a scope in which locals hide nothing that the code around them names. */
  NameScope localNames(MethodModel method, String spec) {
    ClassName owner = ClassName.get(method.owner());
    Set<String> reserved = new HashSet<>(LOCALS);
    reserved.addAll(constantNames);
    reserved.add(spec);
    reserved.add(owner.topLevelClassName().simpleName());
    reserved.add(owner.packageName().split("\\.", 2)[0]);
    return new NameScope(reserved);
  }

  /** Returns a name for a method of the node's class. */
  String methodName(String name) {
    return methodNames.unique(Identifiers.camelCase(name));
  }

  /** Returns an expression for the constant of an output. */
  CodeBlock constant(String alias) {
    return Optional.ofNullable(constants.get(alias)).orElseThrow();
  }

  /** Returns a value of the configuration. */
  CodeBlock setting(Value value) {
    return values.nullable(value.toJava());
  }

  /** Returns the default of a parameter. */
  Optional<CodeBlock> defaultValue(ParameterModel.Param param) {
    return DefaultValue.of(param).map(value -> setting(value));
  }
}
