package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.runtime.config.ConfigPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes {@code datasource}: the datasources in scope and the outputs of other experiments. */
final class SchemaSourceGenerator {

  /** Lists in every file would grow with the square of the experiments. */
  private static final int MOST_LISTED = 256;

  private static final String ANY_REFERENCE = "^[^#]+#.";

  private final List<GraphNode> nodes = new ArrayList<>();

  /** Makes a generator for all experiments of a graph. */
  SchemaSourceGenerator(Graph graph) {
    nodes.addAll(graph.experiments());
    graph.compiled().stream().filter(CompiledExperiment::listed).forEach(nodes::add);
  }

  Schema datasource(ExperimentModel experiment, SchemaTypeGenerator types) {
    Schema source = types.define("source", source(experiment));
    SchemaObject map = new SchemaObject();
    aliases(experiment).forEach((alias, what) -> map.key(alias, source.described(what)));
    Schema one = types.define("sources", map.open(source));
    return Schema.anyOf(one, Schema.arrayOf(one));
  }

  private Schema source(ExperimentModel experiment) {
    List<Schema> choices = new ArrayList<>();
    List<SourceMethod> methods = experiment.scope().sources();
    if (!methods.isEmpty()) {
      choices.add(SchemaNames.of(methods.stream().map(one -> one.method().name()).toList()));
    }
    if (nodes.size() <= MOST_LISTED) {
      addReferences(choices, experiment);
    } else {
      choices.add(Schema.text(ANY_REFERENCE));
    }
    if (!experiment.typesKnown()) {
      choices.add(SchemaRules.anyName());
    }
    return Schema.anyOf(choices);
  }

  private void addReferences(List<Schema> choices, ExperimentModel experiment) {
    TreeSet<String> references = new TreeSet<>();
    TreeSet<String> unreadable = new TreeSet<>();
    boolean namesKnown = true;
    for (GraphNode node : nodes) {
      if (node.graphClass().equals(experiment.graphClass())) {
        continue;
      }
      namesKnown &= isKnown(node, ConfigPart.NAME);
      for (String name : List.of(node.folder(), node.name())) {
        node.outputAliases().forEach(alias -> references.add(name + "#" + alias));
        if (!isKnown(node, ConfigPart.OUTPUTS)) {
          unreadable.add(name);
        }
      }
    }
    if (!references.isEmpty()) {
      choices.add(SchemaNames.of(references, List.of()));
    }
    if (!namesKnown) {
      choices.add(Schema.text(ANY_REFERENCE));
    } else if (!unreadable.isEmpty()) {
      choices.add(Schema.text("^" + SchemaNames.oneOf(unreadable) + "#."));
    }
  }

  private static boolean isKnown(GraphNode node, ConfigPart part) {
    return node instanceof ExperimentModel made ? !made.file().isBroken(part) : !node.isBroken();
  }

  /** What steps read, and the datasources under their own names. */
  private static Map<String, String> aliases(ExperimentModel experiment) {
    Map<String, TreeSet<String>> readers = new TreeMap<>();
    for (SourceMethod source : experiment.scope().sources()) {
      readers.put(source.method().name().canonical(), new TreeSet<>());
    }
    for (StepMethod step : experiment.scope().steps()) {
      for (ParameterModel.Input input : step.parameters(ParameterModel.Input.class)) {
        if (input.declared().nameKnown()) {
          readers
              .computeIfAbsent(input.declared().name().canonical(), alias -> new TreeSet<>())
              .add(step.method().display());
        }
      }
    }
    Map<String, String> aliases = new TreeMap<>();
    readers.forEach(
        (alias, steps) ->
            aliases.put(
                alias,
                steps.isEmpty()
                    ? "A datasource or experiment#output."
                    : "Read by " + String.join(", ", steps) + "."));
    return aliases;
  }
}
