package dev.crystallize.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.generate.NodeGenerator.Made;
import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.UsedResources;
import dev.crystallize.processor.model.VerifierMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * The nested class {@code Catalog}: all code that a configuration may name, with its types, so that
 * it can be wired at run time. What the node holds already is named, the rest is here.
 */
final class CatalogGenerator {

  private final NodeParts parts;
  private final NodeGenerator node;
  private final Scope scope;
  private final Callable callable;
  private final ResourceGenerator resources;
  private final ArtifactGenerator artifacts;
  private final CodeBlock.Builder code = CodeBlock.builder();
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * Makes a generator.
   *
   * @param parts what the parts of the catalog share
   * @param node what made the node
   */
  CatalogGenerator(NodeParts parts, NodeGenerator node) {
    this.parts = parts;
    this.node = node;
    this.scope = parts.experiment().scope();
    this.callable = new Callable(scope, parts.experiment().packageName());
    NameScope locals =
        new NameScope(List.of("code", "name", "resource", "source", "step", "verifier", "yield"));
    this.resources = new ResourceGenerator(parts, locals, node.resources());
    this.artifacts = new ArtifactGenerator(parts.codecs(), parts.constantNames());
  }

  /** Returns the class. */
  TypeSpec generate() {
    List<StepMethod> steps = scope.steps().stream().filter(callable::test).toList();
    List<SourceMethod> sources = scope.sources().stream().filter(callable::test).toList();
    List<VerifierMethod> verifiers = scope.verifiers().stream().filter(callable::test).toList();
    Stream<List<ParameterModel>> parameters =
        Stream.of(
                steps.stream().map(StepMethod::parameters),
                sources.stream().map(SourceMethod::parameters),
                verifiers.stream().map(VerifierMethod::parameters))
            .flatMap(lists -> lists);
    UsedResources.by(scope, parameters).forEach(each -> code.add(resources.declare(each)));
    sources.forEach(this::source);
    steps.forEach(this::step);
    verifiers.forEach(this::verifier);
    formats();
    parts.experiment().outputs().forEach(this::output);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(parts.self())
            .addJavadoc("All code that a configuration may name, for {@code fromYaml}.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(
                MethodSpec.methodBuilder("list")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(Api.CODE_CATALOG, "code")
                    .addCode(code.build())
                    .build())
            .addMethods(methods)
            .addMethods(resources.methods())
            .addMethods(parts.values().methods());
    parts.codecs().type().ifPresent(type::addType);
    return type.build();
  }

  private void source(SourceMethod source) {
    MethodModel method = source.method();
    code.addStatement(
        "code.dataSource($L, $L, $L)",
        name(method),
        TypeLiterals.of(method.returnType()),
        node.source(method.element())
            .map(made -> reference("source", made))
            .orElseGet(() -> ownSource(source)));
  }

  private CodeBlock ownSource(SourceMethod source) {
    BodyGenerator body = new BodyGenerator(parts, source.method(), "source");
    String name = source.method().name().canonical();
    MethodSpec method = new DataSourceGenerator(parts).source(name, source, body);
    methods.add(method);
    return resources.reference("source", method, body.resources());
  }

  private void step(StepMethod step) {
    CodeBlock made =
        node.step(step.method().element())
            .map(found -> reference("step", found))
            .orElseGet(() -> ownStep(step));
    CodeBlock.Builder call = CodeBlock.builder();
    if (step.returned() instanceof Returned.PassOn) {
      call.add("code.passing($L, $L)", name(step.method()), made);
    } else {
      call.add("code.step($L, $L, $L)", name(step.method()), TypeLiterals.of(data(step)), made);
    }
    for (ParameterModel parameter : step.parameters()) {
      String name = TextLiteral.of(parameter.declared().name().canonical());
      if (parameter instanceof ParameterModel.Data) {
        String java = TextLiteral.of(parameter.declared().name().java());
        call.add(".takes($L, $L)", java, TypeLiterals.of(parameter.type()));
      } else if (parameter instanceof ParameterModel.Input) {
        call.add(".reads($L, $L)", name, TypeLiterals.of(parameter.type()));
      } else if (parameter instanceof ParameterModel.OutputHandle handle) {
        TypeMirror written = handle.written().orElseThrow();
        call.add(".writes($L, $L)", name, TypeLiterals.boxed(written));
      }
    }
    step.artifact()
        .ifPresent(
            artifact ->
                call.add(
                    ".writes($L, $L)",
                    TextLiteral.of(artifact.canonical()),
                    TypeLiterals.boxed(data(step))));
    if (step.recordsByHand()) {
      call.add(".recordsAny()");
    } else if (!step.metrics().isEmpty()) {
      call.add(
          ".records($L)",
          step.metrics().stream()
              .map(metric -> CodeBlock.of("$L", TextLiteral.of(metric.name())))
              .collect(CodeBlock.joining(", ")));
    }
    if (!step.method().inRoot()) {
      call.add(".used()");
    }
    code.addStatement("$L", call.build());
  }

  private static TypeMirror data(StepMethod step) {
    return step.returned() instanceof Returned.Result result
        ? result.data()
        : ((Returned.Value) step.returned()).type();
  }

  private CodeBlock ownStep(StepMethod step) {
    StepGenerator.StepCode made = new StepGenerator(parts, step).generate();
    methods.add(made.method());
    return resources.reference("step", made.method(), made.resources());
  }

  private void verifier(VerifierMethod verifier) {
    code.addStatement(
        "code.verifier($L, $L)",
        name(verifier.method()),
        node.verifier(verifier.method().element())
            .map(made -> reference("verifier", made))
            .orElseGet(() -> ownVerifier(verifier)));
  }

  private CodeBlock ownVerifier(VerifierMethod verifier) {
    BodyGenerator body = new BodyGenerator(parts, verifier.method(), "verifier");
    MethodSpec method = new VerifierGenerator(parts).verifier(verifier, body);
    methods.add(method);
    return resources.reference("verifier", method, body.resources());
  }

  /** A method of the node, given the inputs and resources that it takes. */
  private CodeBlock reference(String spec, Made made) {
    List<CodeBlock> inputs =
        made.inputs().stream()
            .map(input -> CodeBlock.of("$N.input($L)", spec, TextLiteral.of(input)))
            .toList();
    return resources.reference(node.self(), spec, made.method(), inputs, made.resources());
  }

  private void formats() {
    scope.rankers().stream()
        .filter(callable::test)
        .forEach(
            ranker ->
                code.addStatement(
                    "code.ranker($L, $L)",
                    name(ranker.method()),
                    VerifierGenerator.ranking(ranker.method(), parts.constantNames())));
    scope.writers().stream()
        .filter(callable::test)
        .forEach(
            writer -> {
              TypeMirror taken = writer.type().orElseThrow();
              CodeBlock made = artifacts.writer(new FormatModel.ByMethod(writer), taken, false);
              code.addStatement(
                  "code.writer($L, $L, $L)", name(writer.method()), TypeLiterals.of(taken), made);
            });
    scope.loaders().stream()
        .filter(callable::test)
        .forEach(
            loader ->
                code.addStatement(
                    "code.loader($L, $L, $L)",
                    name(loader.method()),
                    TypeLiterals.of(loader.type().orElseThrow()),
                    artifacts.loader(new FormatModel.ByMethod(loader))));
    for (CodecModel format : parts.experiment().formats()) {
      if (callable.test(format)) {
        code.addStatement(
            "code.json($L, $L)", TypeLiterals.boxed(format.type()), parts.codecs().codec(format));
      }
    }
  }

  private void output(OutputModel output) {
    Optional<TypeMirror> written = output.written();
    if (written.isPresent()) {
      CodeBlock read =
          output
              .read()
              .filter(type -> OutputConstants.isReadable(output))
              .map(type -> CodeBlock.of(", $L", TypeLiterals.boxed(type)))
              .orElse(CodeBlock.of(""));
      code.addStatement(
          "code.output($L, $L$L)",
          TextLiteral.of(output.alias()),
          TypeLiterals.boxed(written.get()),
          read);
    }
  }

  private static String name(MethodModel method) {
    return TextLiteral.of(method.name().canonical());
  }
}
