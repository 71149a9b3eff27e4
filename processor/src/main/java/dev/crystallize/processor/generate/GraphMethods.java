package dev.crystallize.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods of a graph, which are the same for all but the name of its node. */
final class GraphMethods {

  private final ClassName graph;
  private final CodeBlock node;
  private final Optional<String> broken;

  /**
   * Makes the methods.
   *
   * @param node an expression for the node
   * @param broken the message that all of them throw, if something was reported
   */
  GraphMethods(ClassName graph, CodeBlock node, Optional<String> broken) {
    this.graph = graph;
    this.node = node;
    this.broken = broken;
  }

  void addTo(TypeSpec.Builder type) {
    ClassName results = graph.nestedClass("Results");
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addJavadoc("For tools that look up graphs as services; {@link #node()} is the node.")
            .addModifiers(Modifier.PUBLIC)
            .build());
    type.addMethod(
        method(
            "node",
            """
            The experiment alone.

            @return always the same node
            """,
            Api.EXPERIMENT_NODE,
            CodeBlock.of("return $L", node)));
    type.addMethod(
        method(
            "graph",
            """
            The experiment and all it depends on.

            @return the graph
            """,
            Api.EXPERIMENT_GRAPH,
            CodeBlock.of("return $T.of(node())", Api.EXPERIMENT_GRAPH)));
    type.addMethod(
        method(
            "run",
            """
            Runs the experiment and all it depends on.

            @return the results
            @throws $L if a task failed; it carries the results
            """,
            results,
            CodeBlock.of("return run($T.defaults())", Api.RUN_OPTIONS),
            Api.RUN_FAILED_EXCEPTION));
    type.addMethod(
        method(
                "run",
                """
                Runs the experiment and all it depends on.

                @param options what to run and how
                @return the results
                @throws $L if a task failed and the options
                    do not say otherwise
                """,
                results,
                CodeBlock.of("return new $T(graph().run(options))", results),
                Api.RUN_FAILED_EXCEPTION)
            .toBuilder()
            .addParameter(Api.RUN_OPTIONS, "options")
            .build());
    type.addMethod(
        method(
                "debug",
                """
                Runs one task of the experiment alone: in the calling thread, reading what it needs
                from disk, writing to a scratch folder.

                @param condition {@code baseline} or a treatment
                @param replicate the replicate, from 0
                @return what it gave
                @throws $L if it failed
                """,
                Api.DEBUGGED_TASK,
                CodeBlock.of("return graph().debug(node().name(), condition, replicate)"),
                Api.TASK_FAILED_EXCEPTION)
            .toBuilder()
            .addParameter(TypeNames.STRING, "condition")
            .addParameter(TypeName.INT, "replicate")
            .build());
    type.addMethod(
        method(
                "main",
                """
                Runs the experiment from the command line; {@code --help} lists the options.

                @param args the arguments
                """,
                ClassName.VOID,
                CodeBlock.of("$T.main(graph(), args)", Api.LAUNCHER))
            .toBuilder()
            .addParameter(ArrayTypeName.of(TypeNames.STRING), "args")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("provide")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(Api.EXPERIMENT_NODE)
            .addStatement("return node()")
            .build());
    broken.ifPresent(message -> type.addMethod(brokenMethod(message)));
  }

  /** Returns the method that makes what all bodies throw after errors. */
  static MethodSpec brokenMethod(String message) {
    return MethodSpec.methodBuilder("broken")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(IllegalStateException.class)
        .addStatement("return new $T($L)", IllegalStateException.class, TextLiteral.of(message))
        .build();
  }

  /** Names in Javadoc are qualified: an import for them alone is unused in the eyes of ECJ. */
  private MethodSpec method(
      String name, String javadoc, TypeName returns, CodeBlock body, Object... javadocArguments) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(javadoc, javadocArguments)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(returns)
        .addStatement(broken.isPresent() ? CodeBlock.of("throw broken()") : body)
        .build();
  }
}
