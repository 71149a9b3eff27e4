package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.runtime.config.FailureConfig;
import dev.crystallize.runtime.config.StepConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** The method behind one step of the pipeline. */
final class StepGenerator {

  private static final String LAMBDA = "(context, data)";

  private final NodeParts parts;
  private final StepMethod step;
  private final Optional<StepModel> use;
  private final BodyGenerator body;

  /** For a use of a step. */
  StepGenerator(NodeParts parts, StepModel use) {
    this(parts, use.method(), Optional.of(use));
  }

  /** For a step of the catalog, whose inputs and outputs are given to it at run time. */
  StepGenerator(NodeParts parts, StepMethod step) {
    this(parts, step, Optional.empty());
  }

  private StepGenerator(NodeParts parts, StepMethod step, Optional<StepModel> use) {
    this.parts = parts;
    this.step = step;
    this.use = use;
    this.body = new BodyGenerator(parts, step.method(), "step");
  }

  /**
   * A step's method.
   *
   * @param method the method
   * @param inputs the slots that the node hands to it
   * @param resources the resources that the node hands to it, after the slots
   * @param stage the name of the method of {@code Stage} that adds the step
   */
  record StepCode(
      MethodSpec method,
      List<BodyGenerator.InputSlot> inputs,
      List<MethodModel> resources,
      String stage) {

    /**
     * Returns the method for any use of the step: it must take data and inputs as the step itself
     * does, and each input for itself.
     */
    Optional<NodeGenerator.Made> forAnyUse(StepModel use) {
      List<ParameterModel.Input> read = use.method().parameters(ParameterModel.Input.class);
      boolean takesItsOwn =
          use.method().parameters(ParameterModel.Data.class).stream()
              .allMatch(data -> incoming(use.incoming()).equals(TypeNames.boxed(data.type())));
      boolean readsItsOwn = inputs.size() == read.size();
      for (int i = 0; readsItsOwn && i < read.size(); i++) {
        readsItsOwn = isSlotOf(inputs.get(i).type(), read.get(i).type());
      }
      if (!takesItsOwn || !readsItsOwn) {
        return Optional.empty();
      }
      List<String> names = read.stream().map(input -> input.declared().name().canonical()).toList();
      return Optional.of(new NodeGenerator.Made(method, names, resources));
    }

    private static boolean isSlotOf(TypeName slot, TypeMirror wanted) {
      return slot.equals(TypeNames.of(Api.SLOT, wanted))
          || slot.equals(
              ParameterizedTypeName.get(
                  Api.SLOT, WildcardTypeName.subtypeOf(TypeNames.boxed(wanted))));
    }
  }

  /** Returns the method for this use of the step. */
  StepCode generate() {
    String name = parts.methodName(step.name());
    if (!step.version().isEmpty()) {
      body.declare("step.version($L)", TextLiteral.of(step.version()));
    }
    FailureConfig failures =
        use.flatMap(StepModel::config).map(StepConfig::failures).orElse(FailureConfig.NONE);
    FailureGenerator.calls("step", failures).forEach(call -> body.declare("$L", call));
    for (ParameterModel parameter : step.parameters()) {
      argument(parameter);
    }
    Returned returned = step.returned();
    MethodSpec method =
        returned instanceof Returned.PassOn ? passing(name) : transforming(name, returned);
    return new StepCode(
        method,
        body.inputs(),
        body.resources(),
        returned instanceof Returned.PassOn ? "through" : "then");
  }

  private void argument(ParameterModel parameter) {
    if (parameter instanceof ParameterModel.Data) {
      body.argument(parameter, CodeBlock.of("data"));
    } else if (parameter instanceof ParameterModel.Input input) {
      body.argument(
          parameter, use.map(bound -> input(bound, input)).orElseGet(() -> givenInput(input)));
    } else if (parameter instanceof ParameterModel.OutputHandle handle) {
      TypeMirror written = handle.written().orElseThrow();
      String slot =
          use.map(bound -> output(bound, handle, written))
              .orElseGet(() -> givenOutput(handle.declared().name(), written));
      body.argument(CodeBlock.of("context.output($N)", slot));
    } else if (parameter instanceof ParameterModel.Param param) {
      body.argument(parameter, use.flatMap(bound -> bound.fixed(param)));
    } else {
      body.argument(parameter, Optional.empty());
    }
  }

  private CodeBlock givenInput(ParameterModel.Input input) {
    String name = input.declared().name().canonical();
    String slot = body.local(Identifiers.camelCase(name));
    body.declare(
        "$T $N = step.input($L)", TypeNames.of(Api.SLOT, input.type()), slot, TextLiteral.of(name));
    return CodeBlock.of("context.get($N)", slot);
  }

  private String givenOutput(YamlName parameter, TypeMirror written) {
    String slot = body.local(Identifiers.camelCase(parameter.canonical()));
    body.declare(
        "$T $N = step.output($L)",
        TypeNames.of(Api.OUTPUT_SLOT, written),
        slot,
        TextLiteral.of(parameter.canonical()));
    return slot;
  }

  private String output(StepModel bound, ParameterModel.OutputHandle handle, TypeMirror written) {
    StepModel.Binding binding = binding(bound.outputs(), handle);
    String slot = output(alias(binding), written);
    rebind(handle, binding);
    return slot;
  }

  private CodeBlock input(StepModel bound, ParameterModel.Input input) {
    StepModel.Binding binding = binding(bound.inputs(), input);
    rebind(input, binding);
    String alias = alias(binding);
    SourceModel source = parts.experiment().source(alias).orElseThrow();
    Optional<TypeMirror> given = InputTypes.given(parts.graph(), source);
    Optional<String> raw =
        source.origin() instanceof SourceModel.FromUpstream
            ? InputTypes.rawForm(input.type(), given)
            : Optional.empty();
    TypeName slotType =
        raw.isPresent()
            ? TypeNames.ofAny(Api.SLOT)
            : InputTypes.slot(source.origin(), input.type(), given);
    String slot = body.input(alias, slotType);
    return raw.isPresent()
        ? CodeBlock.of("context.get($N, $T.$L)", slot, Api.RAW_FORM, raw.get())
        : CodeBlock.of("context.get($N)", slot);
  }

  private String output(String alias, TypeMirror written) {
    OutputModel output = parts.experiment().output(alias).orElseThrow();
    String slot = body.local(Identifiers.camelCase(alias));
    body.declare(
        "$T $N = step.output($L, $L, $L)",
        TypeNames.of(Api.OUTPUT_SLOT, written),
        slot,
        parts.constant(alias),
        TextLiteral.of(output.fileName()),
        new ArtifactGenerator(parts.codecs(), parts.constantNames())
            .writer(output.writer(), written, output.isDirectory()));
    return slot;
  }

  /** The runtime compares what the configuration rebinds with what was compiled. */
  private void rebind(ParameterModel parameter, StepModel.Binding binding) {
    binding
        .rebound()
        .ifPresent(
            to ->
                body.declare(
                    "step.bind($L, $L)",
                    TextLiteral.of(parameter.declared().name().canonical()),
                    TextLiteral.of(to.value())));
  }

  private static StepModel.Binding binding(
      Map<Integer, StepModel.Binding> bindings, ParameterModel parameter) {
    return Optional.ofNullable(bindings.get(parameter.position())).orElseThrow();
  }

  private static String alias(StepModel.Binding binding) {
    return binding.alias().found().orElseThrow();
  }

  private MethodSpec passing(String name) {
    TypeName type = ParameterizedTypeName.get(Api.PASSING_BODY, incoming());
    return body.method(name, type, LAMBDA, false);
  }

  private MethodSpec transforming(String name, Returned returned) {
    TypeMirror data =
        returned instanceof Returned.Result result
            ? result.data()
            : ((Returned.Value) returned).type();
    TypeName type = ParameterizedTypeName.get(Api.STEP_BODY, incoming(), TypeName.get(data).box());
    Optional<String> artifact = step.artifact().map(alias -> returnedOutput(alias, data));
    List<MetricModel> metrics = step.metrics();
    boolean simple = artifact.isEmpty() && metrics.isEmpty();
    if (simple && returned instanceof Returned.Value) {
      return body.method(name, type, LAMBDA, true);
    }
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock value = CodeBlock.of("result");
    if (returned instanceof Returned.Result) {
      code.addStatement("$T result = $L", TypeNames.of(Api.STEP_RESULT, data), body.call());
      code.addStatement("result.metrics().forEach(context.metrics()::record)");
      value = CodeBlock.of("result.data()");
    } else {
      code.addStatement("$T result = $L", TypeName.get(data), body.call());
    }
    if (artifact.isPresent()) {
      code.addStatement("context.output($N).write($L)", artifact.get(), value);
    }
    for (MetricModel metric : metrics) {
      CodeBlock number =
          metric.component().map(part -> CodeBlock.of("result.$N()", part)).orElse(value);
      code.addStatement("context.metrics().record($L, $L)", TextLiteral.of(metric.name()), number);
    }
    code.addStatement("return $L", value);
    return body.methodWithBlock(name, type, LAMBDA, code.build());
  }

  private String returnedOutput(YamlName name, TypeMirror data) {
    return use.map(bound -> output(alias(bound.artifact().orElseThrow()), data))
        .orElseGet(() -> givenOutput(name, data));
  }

  /**
   * The data as this method takes them. Only its own signature is named, unless Java converts
   * numbers.
   */
  private TypeName incoming() {
    if (use.isPresent()) {
      return incoming(use.get().incoming());
    }
    return step.parameters(ParameterModel.Data.class).stream()
        .map(data -> TypeNames.boxed(data.type()))
        .findFirst()
        .orElse(ClassName.OBJECT);
  }

  /** Returns the type that a method is given. */
  static TypeName incoming(Flow flow) {
    if (flow instanceof Flow.Nothing) {
      return TypeName.VOID.box();
    }
    return flow instanceof Flow.Typed typed ? TypeNames.boxed(typed.type()) : TypeNames.ALL_INPUTS;
  }
}
