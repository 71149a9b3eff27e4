package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.runtime.config.ConfigReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** The types of one experiment: its graph, and its node within it or beside it. */
final class GraphTypes {

  private final Graph graph;
  private final ExperimentModel experiment;
  private final Optional<String> broken;
  private final ClassName graphClass;
  private final ClassName lateNode;
  private final Map<String, String> constantNames;
  private final Lints lints;
  private final LateConstants late;

  /**
   * Makes a generator.
   *
   * @param broken the message that the bodies throw, if something was reported
   * @param late what was left for this round
   */
  GraphTypes(
      Graph graph,
      ExperimentModel experiment,
      Optional<String> broken,
      Lints lints,
      LateConstants late) {
    this.graph = graph;
    this.experiment = experiment;
    this.broken = broken;
    this.lints = lints;
    this.late = late;
    this.graphClass = ClassName.get(experiment.packageName(), experiment.generatedName());
    this.lateNode = GraphNames.lateNode(experiment);
    this.constantNames = OutputConstants.names(experiment);
  }

  /** Returns the graph with the node inside. */
  TypeSpec whole() {
    ClassName self = graphClass.nestedClass("Node");
    CodecGenerator codecs = new CodecGenerator(graphClass.nestedClass("Codecs"));
    TypeSpec.Builder type = graph(CodeBlock.of("$T.NODE", self), codecs);
    if (broken.isEmpty()) {
      TypeSpec.Builder node =
          TypeSpec.classBuilder(self)
              .addJavadoc("What the experiment is made of, put together when first asked for.")
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
      TypeSpec catalog = fill(node, self, graphClass, codecs, constants(graphClass));
      type.addType(node.build());
      codecs.type().ifPresent(type::addType);
      type.addType(catalog);
    }
    return type.build();
  }

  /** Returns the graph whose node is generated a round later. */
  TypeSpec withoutNode() {
    CodecGenerator codecs = new CodecGenerator(graphClass.nestedClass("Codecs"));
    TypeSpec.Builder type = graph(CodeBlock.of("$T.node()", lateNode), codecs);
    codecs.type().ifPresent(type::addType);
    return type.build();
  }

  /** Returns the node of a graph that was written in an earlier round. */
  TypeSpec nodeAlone() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(lateNode)
            .addJavadoc("What {@link $T} is made of.", graphClass)
            .addAnnotations(lints.suppressed(experiment))
            .addModifiers(Modifier.FINAL);
    if (broken.isPresent()) {
      return type.addMethod(privateConstructor())
          .addMethod(nodeMethod(CodeBlock.of("throw broken()")))
          .addMethod(GraphMethods.brokenMethod(broken.get()))
          .build();
    }
    CodecGenerator codecs = new CodecGenerator(lateNode.nestedClass("Codecs"));
    Map<String, CodeBlock> constants = constants(graphClass);
    ConstantGenerator generator = constantGenerator(codecs);
    for (OutputModel output : experiment.outputs()) {
      if (!late.inGraph(experiment).contains(output.alias())) {
        String name = nameOf(output);
        type.addField(generator.constant(output, name, false, Optional.empty()));
        constants.put(output.alias(), CodeBlock.of("$T.$N", lateNode, name));
      }
    }
    TypeSpec catalog = fill(type, lateNode, lateNode, codecs, constants);
    type.addMethod(nodeMethod(CodeBlock.of("return NODE")));
    codecs.type().ifPresent(type::addType);
    return type.addType(catalog).build();
  }

  /** Returns the aliases of the outputs whose types are known, so that the graph has constants. */
  Set<String> known() {
    Set<String> known = new HashSet<>();
    for (OutputModel output : experiment.outputs()) {
      boolean hidden = broken.isPresent() && output.read().filter(this::isHidden).isPresent();
      if (!hidden && (output.read().isPresent() || (broken.isEmpty() && experiment.typesKnown()))) {
        known.add(output.alias());
      }
    }
    return known;
  }

  /** Whether a type, which has been reported, cannot be named here. */
  private boolean isHidden(TypeMirror type) {
    return !TypeNames.isVisible(type, experiment.packageName());
  }

  private TypeSpec.Builder graph(CodeBlock node, CodecGenerator codecs) {
    Set<String> known = known();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(graphClass)
            .addOriginatingElement(experiment.root())
            .addJavadoc(javadoc())
            .addAnnotation(
                DescriptorGenerator.descriptor(
                    graph,
                    experiment,
                    output -> OutputConstants.isReadable(output) ? nameOf(output) : "",
                    broken.isPresent()))
            .addAnnotations(lints.suppressed(experiment))
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(Api.EXPERIMENT_NODE_PROVIDER);
    ConstantGenerator generator = constantGenerator(codecs);
    Optional<CodeBlock> throwing =
        broken.map(
            message ->
                CodeBlock.of(
                    "$T.file(($T file) -> { throw broken(); })", Api.ARTIFACT_LOADER, Path.class));
    for (OutputModel output : experiment.outputs()) {
      if (known.contains(output.alias())) {
        type.addField(generator.constant(output, nameOf(output), true, throwing));
      }
    }
    new GraphMethods(graphClass, node, broken).addTo(type);
    return type.addType(ResultsGenerator.results(graph, experiment))
        .addType(
            NamesGenerator.names(
                "Treatments", "The names of its treatments.", experiment.treatmentNames()))
        .addType(
            NamesGenerator.names(
                "MetricNames", "The names of the metrics its steps declare.", metrics()));
  }

  private CodeBlock javadoc() {
    CodeBlock.Builder text = CodeBlock.builder();
    text.add("Experiment $L", TextLiteral.code(experiment.name()));
    experiment
        .config()
        .description()
        .ifPresent(about -> text.add(": $L", TextLiteral.javadoc(about.value().strip())));
    ClassName root = ClassName.get(experiment.root());
    if (experiment.inline()) {
      text.add(".\n\n<p>Described by {@link $T}.\n", root);
    } else {
      text.add(
          ".\n\n<p>Described by $L and the steps of {@link $T}.\n",
          TextLiteral.code(ConfigReader.pathOf(experiment.folder())),
          root);
    }
    return text.build();
  }

  /** Adds the node to its class, and returns the class that lists its code. */
  private TypeSpec fill(
      TypeSpec.Builder type,
      ClassName self,
      ClassName holder,
      CodecGenerator codecs,
      Map<String, CodeBlock> refs) {
    type.addField(
        FieldSpec.builder(Api.EXPERIMENT_NODE, "NODE", Modifier.STATIC, Modifier.FINAL)
            .initializer("build()")
            .build());
    type.addMethod(privateConstructor());
    ClassName catalog = holder.nestedClass("Catalog");
    NodeGenerator node = new NodeGenerator(parts(self, codecs, refs), graphClass, catalog);
    node.addTo(type);
    CodecGenerator more = new CodecGenerator(catalog.nestedClass("Codecs"), codecs);
    return new CatalogGenerator(parts(catalog, more, refs), node).generate();
  }

  private NodeParts parts(ClassName self, CodecGenerator codecs, Map<String, CodeBlock> refs) {
    NameScope methodNames = new NameScope(List.of("broken", "build", "list", "node", "yield"));
    return new NodeParts(
        graph,
        experiment,
        late,
        self,
        refs,
        Set.copyOf(constantNames.values()),
        codecs,
        methodNames,
        new ValueLiterals(methodNames));
  }

  private ConstantGenerator constantGenerator(CodecGenerator codecs) {
    return new ConstantGenerator(
        graphClass, new ArtifactGenerator(codecs, Set.copyOf(constantNames.values())));
  }

  private Map<String, CodeBlock> constants(ClassName holder) {
    Map<String, CodeBlock> constants = new LinkedHashMap<>();
    constantNames.forEach(
        (alias, name) -> constants.put(alias, CodeBlock.of("$T.$N", holder, name)));
    return constants;
  }

  private String nameOf(OutputModel output) {
    return Optional.ofNullable(constantNames.get(output.alias())).orElseThrow();
  }

  private Set<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    experiment.steps().stream()
        .flatMap(step -> step.method().metrics().stream())
        .map(MetricModel::name)
        .forEach(names::add);
    return names;
  }

  private static MethodSpec privateConstructor() {
    return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
  }

  private static MethodSpec nodeMethod(CodeBlock body) {
    return MethodSpec.methodBuilder("node")
        .addModifiers(Modifier.STATIC)
        .returns(Api.EXPERIMENT_NODE)
        .addStatement(body)
        .build();
  }
}
