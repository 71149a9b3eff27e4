package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.UsedResources;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.TreatmentConfig;
import dev.crystallize.runtime.config.WiringDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * The class that holds an experiment's code: a method that puts the node together, which reads like
 * a table of contents, and one method for each datasource, step and hypothesis.
 */
final class NodeGenerator {

  static final int FORMAT = 1;

  /** Treatments in one method, which keeps it far from the limit of 64 KB. */
  private static final int TREATMENTS = 100;

  private final NodeParts parts;
  private final ClassName graphClass;
  private final ClassName catalog;
  private final List<MethodSpec> methods = new ArrayList<>();
  private final NameScope locals =
      new NameScope(List.of("name", "node", "resource", "source", "step", "verifier", "yield"));
  private final Map<String, String> slots = new HashMap<>();
  private final ResourceGenerator resources;
  private final Map<ExecutableElement, Made> madeSources = new HashMap<>();
  private final Map<ExecutableElement, Made> madeSteps = new HashMap<>();
  private final Map<ExecutableElement, Made> madeVerifiers = new HashMap<>();

  /**
   * A method of the node that can serve for other uses of the same code.
   *
   * @param inputs the canonical names of the parameters whose inputs it is given
   * @param resources the resources that it is given after them
   */
  record Made(MethodSpec method, List<String> inputs, List<MethodModel> resources) {}

  /**
   * Makes a generator.
   *
   * @param graphClass the graph of the experiment
   * @param catalog the class that lists its code
   */
  NodeGenerator(NodeParts parts, ClassName graphClass, ClassName catalog) {
    this.parts = parts;
    this.graphClass = graphClass;
    this.catalog = catalog;
    this.resources = new ResourceGenerator(parts, locals);
  }

  /** Adds the node and its methods to a class. */
  void addTo(TypeSpec.Builder type) {
    MethodSpec build = build();
    type.addMethod(build).addMethods(methods).addMethods(parts.values().methods());
  }

  /** Returns the class that holds the node. */
  ClassName self() {
    return parts.self();
  }

  /** Returns what declared the node's resources. */
  ResourceGenerator resources() {
    return resources;
  }

  /** Returns the node's method for a datasource, if it has one. */
  Optional<Made> source(ExecutableElement method) {
    return Optional.ofNullable(madeSources.get(method));
  }

  /** Returns the node's method for a step, if it has one that serves whatever comes before it. */
  Optional<Made> step(ExecutableElement method) {
    return Optional.ofNullable(madeSteps.get(method));
  }

  /** Returns the node's method for a verifier, if it has one. */
  Optional<Made> verifier(ExecutableElement method) {
    return Optional.ofNullable(madeVerifiers.get(method));
  }

  private MethodSpec build() {
    String name = TextLiteral.of(parts.experiment().name());
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement(
        "$T.Builder node = $T.builder($L)", Api.EXPERIMENT_NODE, Api.EXPERIMENT_NODE, name);
    header(code);
    treatments(code);
    UsedResources.of(parts.experiment()).forEach(resource -> code.add(resources.declare(resource)));
    List<StepGenerator.StepCode> steps = new ArrayList<>();
    for (StepModel step : parts.experiment().steps()) {
      StepGenerator.StepCode made = new StepGenerator(parts, step).generate();
      steps.add(made);
      made.forAnyUse(step)
          .ifPresent(any -> madeSteps.putIfAbsent(step.method().method().element(), any));
    }
    List<MethodSpec> stepMethods = steps.stream().map(StepGenerator.StepCode::method).toList();
    sources(code, steps);
    pipeline(code, steps);
    methods.addAll(stepMethods);
    hypotheses(code);
    methods.addAll(resources.methods());
    return MethodSpec.methodBuilder("build")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Api.EXPERIMENT_NODE)
        .addCode(code.build())
        .addStatement("return node.build()")
        .build();
  }

  private void header(CodeBlock.Builder code) {
    CodeBlock resources =
        parts.experiment().inline()
            ? CodeBlock.of("")
            : CodeBlock.of(", name -> $T.class.getResourceAsStream(name)", graphClass);
    code.addStatement(
        "node.compiled($L, $L, $S$L)",
        FORMAT,
        TextLiteral.of(parts.experiment().folder()),
        WiringDigest.of(parts.experiment().config()),
        resources);
    formats(code);
    code.addStatement("node.catalog(code -> $T.list(code))", catalog);
    parts
        .experiment()
        .config()
        .description()
        .ifPresent(text -> code.addStatement("node.description($L)", TextLiteral.of(text.value())));
    parts
        .experiment()
        .declaredReplicates()
        .ifPresent(count -> code.addStatement("node.replicates($L)", count));
    parts
        .experiment()
        .config()
        .seed()
        .ifPresent(seed -> code.addStatement("node.seed($L)", parts.values().value(seed.value())));
    FailureGenerator.calls("node", parts.experiment().config().failures())
        .forEach(call -> code.addStatement("$L", call));
  }

  /** The writers and loaders that the configuration names. */
  private void formats(CodeBlock.Builder code) {
    for (OutputConfig output : parts.experiment().config().outputs()) {
      if (output.writer().isPresent() || output.loader().isPresent()) {
        code.addStatement(
            "node.format($L, $L, $L)",
            TextLiteral.of(output.alias().value()),
            TextLiteral.of(output.writer().map(Located::value).orElse("")),
            TextLiteral.of(output.loader().map(Located::value).orElse("")));
      }
    }
  }

  private void treatments(CodeBlock.Builder code) {
    List<Setting> baseline = parts.experiment().baseline();
    if (!baseline.isEmpty()) {
      code.addStatement("node.baseline($L)", parts.values().settings(Setting.toJava(baseline)));
    }
    List<TreatmentConfig> treatments = parts.experiment().treatments();
    if (treatments.size() <= TREATMENTS) {
      code.add(statements(treatments));
      return;
    }
    for (int start = 0; start < treatments.size(); start += TREATMENTS) {
      String name = parts.methodNames().unique("treatments");
      int end = Math.min(start + TREATMENTS, treatments.size());
      methods.add(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(Api.EXPERIMENT_NODE.nestedClass("Builder"), "node")
              .addCode(statements(treatments.subList(start, end)))
              .build());
      code.addStatement("$N(node)", name);
    }
  }

  private CodeBlock statements(List<TreatmentConfig> treatments) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (TreatmentConfig treatment : treatments) {
      code.addStatement(
          "node.treatment($L, $L)",
          TextLiteral.of(treatment.name().value()),
          parts.values().settings(Setting.toJava(treatment.settings())));
    }
    return code.build();
  }

  private void sources(CodeBlock.Builder code, List<StepGenerator.StepCode> steps) {
    List<SourceModel> sources = parts.experiment().sources();
    for (SourceModel source : sources) {
      String alias = source.alias();
      boolean read =
          steps.stream()
              .flatMap(step -> step.inputs().stream())
              .anyMatch(input -> input.alias().equals(alias));
      CodeBlock declared = source(source);
      if (read || startsWithOneSource()) {
        String slot = locals.unique(Identifiers.camelCase(alias));
        slots.put(alias, slot);
        code.addStatement("var $N = $L", slot, declared);
      } else {
        code.addStatement("$L", declared);
      }
    }
  }

  private CodeBlock source(SourceModel source) {
    String alias = TextLiteral.of(source.alias());
    if (source.origin() instanceof SourceModel.FromMethod fromMethod) {
      SourceMethod method = fromMethod.method().found().orElseThrow();
      BodyGenerator body = new BodyGenerator(parts, method.method(), "source");
      MethodSpec spec = new DataSourceGenerator(parts).source(source.alias(), method, body);
      methods.add(spec);
      madeSources.putIfAbsent(
          method.method().element(), new Made(spec, List.of(), body.resources()));
      return CodeBlock.of(
          "node.dataSource($L, $L, $L)",
          alias,
          TextLiteral.of(method.method().name().canonical()),
          resources.reference("source", spec, body.resources()));
    }
    SourceModel.FromUpstream upstream = (SourceModel.FromUpstream) source.origin();
    String graph = upstream.experiment().found().orElseThrow();
    String output = upstream.output().found().orElseThrow();
    CodeBlock input =
        parts
            .graph()
            .experiment(graph)
            .flatMap(node -> constantOf(node, output))
            .map(constant -> CodeBlock.of("$L.input()", constant))
            .orElseGet(
                () ->
                    CodeBlock.of(
                        "$T.of($T::node, $L, $L)",
                        Api.INPUT,
                        GraphNames.of(graph),
                        TextLiteral.of(output),
                        ArtifactGenerator.plainLoader(PlainForm.FILE)));
    return CodeBlock.of("node.input($L, $L)", alias, input);
  }

  private Optional<CodeBlock> constantOf(GraphNode node, String alias) {
    return OutputConstants.readable(node, alias)
        .map(name -> CodeBlock.of("$T.$N", parts.late().holder(node, alias), name));
  }

  private boolean startsWithOneSource() {
    return firstFlow() instanceof Flow.Typed;
  }

  private Flow firstFlow() {
    return parts.experiment().steps().stream()
        .findFirst()
        .map(StepModel::incoming)
        .orElseGet(Flow.Nothing::new);
  }

  private void pipeline(CodeBlock.Builder code, List<StepGenerator.StepCode> steps) {
    if (steps.isEmpty()) {
      return;
    }
    Flow first = firstFlow();
    if (first instanceof Flow.Typed) {
      String alias = parts.experiment().sources().get(0).alias();
      code.add("node.startWith($N)", slots.get(alias));
    } else {
      code.add(first instanceof Flow.AllInputs ? "node.startWithInputs()" : "node.start()");
    }
    code.add("$>$>");
    for (int i = 0; i < steps.size(); i++) {
      String name = TextLiteral.of(parts.experiment().steps().get(i).name());
      code.add("\n.$L($L, $L)", steps.get(i).stage(), name, reference(steps.get(i)));
    }
    code.add(";\n$<$<");
  }

  private CodeBlock reference(StepGenerator.StepCode step) {
    if (step.inputs().isEmpty()) {
      return resources.reference("step", step.method(), step.resources());
    }
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("step")));
    for (BodyGenerator.InputSlot input : step.inputs()) {
      arguments.add(CodeBlock.of("$N", slots.get(input.alias())));
    }
    arguments.addAll(resources.variables(step.resources()));
    return CodeBlock.of("step -> $N($L)", step.method().name(), CodeBlock.join(arguments, ", "));
  }

  private void hypotheses(CodeBlock.Builder code) {
    for (HypothesisModel hypothesis : parts.experiment().hypotheses()) {
      VerifierMethod verifier = hypothesis.verifier().found().orElseThrow();
      BodyGenerator body = new BodyGenerator(parts, verifier.method(), "verifier");
      MethodSpec method = new VerifierGenerator(parts).verifier(hypothesis, verifier, body);
      methods.add(method);
      madeVerifiers.putIfAbsent(
          verifier.method().element(), new Made(method, List.of(), body.resources()));
      List<CodeBlock> groups = new ArrayList<>();
      for (MetricGroup group : hypothesis.config().metrics().orElse(List.of())) {
        groups.add(CodeBlock.of("$T.of($L)", List.class, names(group.metrics())));
      }
      code.addStatement(
          "node.hypothesis($L, $L, $T.of($L), $L$L)",
          TextLiteral.of(hypothesis.name()),
          TextLiteral.of(verifier.method().name().canonical()),
          List.class,
          CodeBlock.join(groups, ", "),
          correction(hypothesis.config()),
          resources.reference("verifier", method, body.resources()));
    }
  }

  /** Nothing where the configuration leaves it to the builder. */
  private static CodeBlock correction(HypothesisConfig hypothesis) {
    return hypothesis
        .correction()
        .map(given -> given.value().toUpperCase(Locale.ROOT))
        .map(constant -> CodeBlock.of("$T.$L, ", Api.CORRECTION, constant))
        .orElse(CodeBlock.of(""));
  }

  private static CodeBlock names(List<Located<String>> names) {
    return CodeBlock.join(
        names.stream().map(name -> CodeBlock.of("$L", TextLiteral.of(name.value()))).toList(),
        ", ");
  }
}
