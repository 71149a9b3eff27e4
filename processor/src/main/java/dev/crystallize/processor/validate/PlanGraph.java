package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.plan.CycleFinder;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.plan.PlanProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The experiments as the planner sees them. The planner tells them apart by a key that begins with
 * the name, so that they sort by it, and stays unique where two have one name.
 */
final class PlanGraph {

  private final Map<String, GraphNode> byKey = new HashMap<>();
  private final List<PlanNode> nodes = new ArrayList<>();

  PlanGraph(Graph graph) {
    List<GraphNode> all =
        Stream.<GraphNode>concat(graph.experiments().stream(), graph.compiled().stream()).toList();
    for (GraphNode node : all) {
      if (byKey.putIfAbsent(key(node), node) == null) {
        nodes.add(
            new PlanNode(key(node), replicates(node), node.treatmentNames(), reads(node, graph)));
      }
    }
  }

  private static String key(GraphNode node) {
    return node.name() + '\n' + node.graphClass();
  }

  private static OptionalInt replicates(GraphNode node) {
    OptionalInt declared = node.declaredReplicates();
    return declared.isPresent() && declared.getAsInt() < 1 ? OptionalInt.empty() : declared;
  }

  private static List<PlanEdge> reads(GraphNode node, Graph graph) {
    List<PlanEdge> reads = new ArrayList<>();
    if (node instanceof ExperimentModel experiment) {
      for (SourceModel source : experiment.sources()) {
        if (source.origin() instanceof SourceModel.FromUpstream origin) {
          origin
              .experiment()
              .found()
              .flatMap(graph::experiment)
              .ifPresent(upstream -> reads.add(new PlanEdge(source.alias(), key(upstream), "")));
        }
      }
    } else {
      graph.upstream(node).forEach(upstream -> reads.add(new PlanEdge("", key(upstream), "")));
    }
    return reads;
  }

  /** Returns all experiments. */
  List<PlanNode> nodes() {
    return nodes;
  }

  /** Returns the experiment with a key of this graph. */
  GraphNode experiment(String key) {
    return Optional.ofNullable(byKey.get(key)).orElseThrow();
  }

  /** Returns the experiment with a key of this graph, if this compilation holds its source. */
  Optional<ExperimentModel> source(String key) {
    return experiment(key) instanceof ExperimentModel model ? Optional.of(model) : Optional.empty();
  }

  /** Returns the circles, each from the experiment on it that comes first by name. */
  List<PlanProblem.Cycle> cycles() {
    return CycleFinder.find(nodes);
  }

  /**
   * Returns the experiments of which, and of all whose ancestors, the references and replicates are
   * known; who reads in a circle is left out.
   */
  List<PlanNode> certain() {
    Set<String> uncertain = new HashSet<>();
    cycles().forEach(cycle -> uncertain.addAll(cycle.path()));
    nodes.stream()
        .map(PlanNode::name)
        .filter(name -> !isCertain(experiment(name)))
        .forEach(uncertain::add);
    spread(uncertain);
    return nodes.stream().filter(node -> !uncertain.contains(node.name())).toList();
  }

  /** Adds all who read, directly or not, from one of the experiments. */
  private void spread(Set<String> from) {
    Map<String, List<String>> readers = new HashMap<>();
    for (PlanNode node : nodes) {
      for (PlanEdge read : node.reads()) {
        readers.computeIfAbsent(read.upstream(), key -> new ArrayList<>()).add(node.name());
      }
    }
    List<String> open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      for (String reader : readers.getOrDefault(next, List.of())) {
        if (from.add(reader)) {
          open.add(reader);
        }
      }
    }
  }

  private static boolean isCertain(GraphNode node) {
    if (node instanceof CompiledExperiment compiled) {
      return !compiled.isBroken();
    }
    return node instanceof ExperimentModel experiment
        && Known.inputs(experiment)
        && Known.treatments(experiment)
        && !experiment.file().isBroken(ConfigPart.REPLICATES)
        && Known.reads(experiment)
        && experiment.sources().stream().allMatch(PlanGraph::isCertain);
  }

  private static boolean isCertain(SourceModel source) {
    return source.origin() instanceof SourceModel.FromUpstream upstream
        ? upstream.experiment().isFound()
        : source.origin() instanceof SourceModel.FromMethod method && method.method().isFound();
  }
}
