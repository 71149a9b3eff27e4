package dev.crystallize.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.runtime.config.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Puts together the method behind one step, datasource or verifier: it declares what the user's
 * method needs, and returns a lambda that calls it.
 */
final class BodyGenerator {

  private final NodeParts parts;
  private final MethodModel method;
  private final String spec;
  private final NameScope names;
  private final boolean overloaded;
  private final CodeBlock.Builder declarations = CodeBlock.builder();
  private final CodeBlock.Builder locals = CodeBlock.builder();
  private final Map<String, InputSlot> inputs = new LinkedHashMap<>();
  private final Map<MethodModel, ParameterSpec> resources = new LinkedHashMap<>();
  private final List<CodeBlock> arguments = new ArrayList<>();

  /**
   * Begins a method.
   *
   * @param parts what the parts of a node share
   * @param method the user's method
   * @param spec the name of the parameter that takes the declarations
   */
  BodyGenerator(NodeParts parts, MethodModel method, String spec) {
    this.parts = parts;
    this.method = method;
    this.spec = spec;
    this.names = parts.localNames(method, spec);
    this.overloaded = Call.isOverloaded(method);
  }

  /** A slot that the node declares and hands to this method. */
  record InputSlot(String alias, TypeName type, String name) {}

  /** Returns a name for a local variable. */
  String local(String wanted) {
    return names.unique(wanted);
  }

  /** Adds a declaration. */
  void declare(String format, Object... arguments) {
    declarations.addStatement(format, arguments);
  }

  /** Adds an argument of the user's method. */
  void argument(CodeBlock argument) {
    arguments.add(argument);
  }

  /** Adds an argument that must have exactly the parameter's type if the method is overloaded. */
  void argument(ParameterModel parameter, CodeBlock argument) {
    if (!overloaded) {
      arguments.add(argument);
      return;
    }
    String name = names.unique(Identifiers.camelCase(parameter.declared().name().canonical()));
    locals.addStatement("$T $N = $L", TypeName.get(parameter.type()), name, argument);
    arguments.add(CodeBlock.of("$N", name));
  }

  /** Adds the argument for a parameter whose kind says all there is to know; others are refused. */
  void argument(ParameterModel parameter, Optional<Setting> fixed) {
    if (parameter instanceof ParameterModel.Param param) {
      argument(param, param(param, fixed));
    } else if (parameter instanceof ParameterModel.ContextParameter) {
      declare("$N.readsContext()", spec);
      argument(CodeBlock.of("context"));
    } else if (parameter instanceof ParameterModel.MetricsParameter) {
      argument(CodeBlock.of("context.metrics()"));
    } else if (parameter instanceof ParameterModel.RandomParameter) {
      argument(CodeBlock.of("context.random()"));
    } else if (parameter instanceof ParameterModel.ResourceParameter taken) {
      argument(parameter, resource(taken));
    } else {
      throw new IllegalArgumentException("nothing to give to " + parameter);
    }
  }

  private CodeBlock param(ParameterModel.Param param, Optional<Setting> fixed) {
    String key = param.declared().name().canonical();
    String slot = local(Identifiers.camelCase(key));
    CodeBlock text = CodeBlock.of("$L", TextLiteral.of(key));
    fixed.ifPresent(
        setting -> declare("$N.fix($L, $L)", spec, text, parts.setting(setting.value())));
    CodeBlock defaultValue =
        parts
            .defaultValue(param)
            .map(value -> CodeBlock.of(", $L", value))
            .orElse(CodeBlock.of(""));
    declare(
        "$T $N = $N.param($L, $L$L)",
        TypeNames.of(Api.SLOT, param.type()),
        slot,
        spec,
        text,
        parts.codecs().codec(param.codec()),
        defaultValue);
    return CodeBlock.of("context.get($N)", slot);
  }

  private CodeBlock resource(ParameterModel.ResourceParameter parameter) {
    MethodModel made = parameter.candidates().get(0);
    ParameterSpec shared =
        resources.computeIfAbsent(
            made,
            key ->
                ParameterSpec.builder(
                        TypeNames.of(Api.SHARED_RESOURCE, made.returnType()),
                        names.unique(Identifiers.camelCase(made.name().canonical())))
                    .build());
    String slot = local(Identifiers.camelCase(parameter.declared().name().canonical()));
    declare(
        "$T $N = $N.resource($N, $L)",
        TypeNames.of(Api.SLOT, parameter.type()),
        slot,
        spec,
        shared,
        TypeNames.literal(parameter.type()));
    return CodeBlock.of("context.get($N)", slot);
  }

  /** Returns the resources that the node hands to this method. */
  List<MethodModel> resources() {
    return List.copyOf(resources.keySet());
  }

  /** Returns the name of a slot that the node hands to this method, the same one if asked again. */
  String input(String alias, TypeName type) {
    return inputs
        .computeIfAbsent(
            alias + " " + type,
            key -> new InputSlot(alias, type, names.unique(Identifiers.camelCase(alias))))
        .name();
  }

  /** Returns the slots that the node hands to this method. */
  List<InputSlot> inputs() {
    return List.copyOf(inputs.values());
  }

  /** Returns the call with all its arguments. */
  CodeBlock call() {
    return Call.of(method, arguments, parts.constantNames());
  }

  /** Returns the method whose lambda is the call alone, if that is possible. */
  MethodSpec method(String name, TypeName returns, String lambda, boolean returnsValue) {
    if (!locals.isEmpty()) {
      String format = returnsValue ? "return $L" : "$L";
      CodeBlock call = CodeBlock.builder().addStatement(format, call()).build();
      return methodWithBlock(name, returns, lambda, call);
    }
    return method(name, returns).addStatement("return $L -> $L", lambda, call()).build();
  }

  /** Returns the method whose lambda is a block. */
  MethodSpec methodWithBlock(String name, TypeName returns, String lambda, CodeBlock statements) {
    return method(name, returns)
        .addCode("return $L -> {\n$>", lambda)
        .addCode(locals.build())
        .addCode(statements)
        .addCode("$<};\n")
        .build();
  }

  private MethodSpec.Builder method(String name, TypeName returns) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(returns)
            .addParameter(Api.STEP_SPEC, spec);
    for (InputSlot input : inputs.values()) {
      method.addParameter(ParameterSpec.builder(input.type(), input.name()).build());
    }
    resources.values().forEach(method::addParameter);
    return method.addCode(declarations.build());
  }
}
