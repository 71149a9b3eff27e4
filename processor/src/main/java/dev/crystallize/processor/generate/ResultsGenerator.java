package dev.crystallize.processor.generate;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.Identifiers;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The nested class {@code Results}, with an accessor for each experiment of the graph. */
final class ResultsGenerator {

  /** A larger graph has accessors only for itself and its direct upstreams: code stays linear. */
  private static final int MOST_ACCESSORS = 64;

  private static final String ALL = "all";

  private ResultsGenerator() {}

  static TypeSpec results(Graph graph, ExperimentModel experiment) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Results")
            .addJavadoc("The results of a run, by experiment.")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addField(Api.GRAPH_RESULT, "all", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(Api.GRAPH_RESULT, "all")
                    .addStatement("this.all = all")
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("all")
                    .addJavadoc(
                        """
                        All results.

                        @return result by experiment name, upstream experiments first
                        """)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(Api.GRAPH_RESULT)
                    .addStatement("return all")
                    .build());
    NameScope names = new NameScope(List.of(ALL));
    for (GraphNode node : accessible(graph, experiment)) {
      type.addMethod(accessor(node, names.unique(accessorName(node))));
    }
    return type.addMethod(
            MethodSpec.methodBuilder("toString")
                .addJavadoc("The table of results.")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeNames.STRING)
                .addStatement("return all.toString()")
                .build())
        .build();
  }

  private static List<GraphNode> accessible(Graph graph, ExperimentModel experiment) {
    List<GraphNode> all = graph.closure(experiment);
    if (all.size() <= MOST_ACCESSORS) {
      return all;
    }
    List<GraphNode> near = new ArrayList<>(graph.upstream(experiment));
    near.add(experiment);
    return near;
  }

  private static String accessorName(GraphNode node) {
    String name = Identifiers.camelCase(node.folder());
    return name.equals(ALL) ? name + "_" : name;
  }

  private static MethodSpec accessor(GraphNode node, String name) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            """
            The result of experiment $L.

            @return its metrics, artifacts and failures
            """,
            TextLiteral.code(node.name()))
        .addModifiers(Modifier.PUBLIC)
        .returns(Api.RESULT)
        .addStatement("return all.get($L)", TextLiteral.of(node.name()))
        .build();
  }
}
