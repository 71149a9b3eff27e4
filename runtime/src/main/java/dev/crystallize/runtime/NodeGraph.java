package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticId;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Names;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects experiments with all they depend on. */
final class NodeGraph {

  private static final String DUPLICATE = "[" + DiagnosticId.DUPLICATE_EXPERIMENT.id() + "] ";

  private NodeGraph() {}

  /**
   * Returns the given experiments and all they read from, directly or through others, by name.
   *
   * @throws IllegalArgumentException if two different experiments have one name, case ignored
   */
  static Map<String, ExperimentNode> reachable(Collection<ExperimentNode> sinks) {
    Map<String, ExperimentNode> nodes = new LinkedHashMap<>();
    Map<String, String> folders = new HashMap<>();
    Deque<ExperimentNode> open = new ArrayDeque<>(sinks);
    while (!open.isEmpty()) {
      ExperimentNode node = open.poll();
      ExperimentNode known = nodes.putIfAbsent(node.name(), node);
      if (known == null) {
        refuseTwin(node, folders.putIfAbsent(Names.ignoringCase(node.name()), node.name()));
        open.addAll(upstreams(node));
      } else if (known != node) {
        throw new IllegalArgumentException(
            DUPLICATE
                + "two experiments are named '"
                + node.name()
                + "'; build a node once and hand that object to all who read it");
      }
    }
    return nodes;
  }

  private static void refuseTwin(ExperimentNode node, @Nullable String twin) {
    if (twin != null) {
      throw new IllegalArgumentException(
          DUPLICATE
              + "the experiments '"
              + twin
              + "' and '"
              + node.name()
              + "' differ only in case; some disks take them for the same folder");
    }
  }

  /** The experiments that one reads from, in the order of its references. */
  private static List<ExperimentNode> upstreams(ExperimentNode node) {
    List<ExperimentNode> upstreams = new ArrayList<>();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Upstream upstream) {
        upstreams.add(upstream.input().upstream().get());
      }
    }
    return upstreams;
  }

  /** Returns what the planner needs to know. */
  static List<PlanNode> planNodes(Collection<ExperimentNode> nodes) {
    return nodes.stream().map(NodeGraph::planNode).toList();
  }

  private static PlanNode planNode(ExperimentNode node) {
    List<PlanEdge> reads = new ArrayList<>();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Upstream upstream) {
        String other = upstream.input().upstream().get().name();
        reads.add(new PlanEdge(feed.alias(), other, upstream.input().alias()));
      }
    }
    return new PlanNode(
        node.name(),
        node.values().replicates(),
        List.copyOf(node.values().treatments().keySet()),
        reads);
  }

  /** Returns the references to outputs that do not exist. */
  static List<Diagnostic> missingArtifacts(Map<String, ExperimentNode> nodes) {
    List<Diagnostic> missing = new ArrayList<>();
    for (PlanNode node : planNodes(nodes.values())) {
      for (PlanEdge edge : node.reads()) {
        List<String> known = outputs(nodes, edge.upstream());
        if (!known.contains(edge.output())) {
          missing.add(
              Diagnostic.of(node.name(), Message.MISSING_ARTIFACT, edge.upstream(), edge.output())
                  .suggesting(Suggestions.of(edge.output(), known)));
        }
      }
    }
    return missing;
  }

  private static List<String> outputs(Map<String, ExperimentNode> nodes, String experiment) {
    List<String> outputs = new ArrayList<>();
    ExperimentNode node = nodes.get(experiment);
    if (node != null) {
      node.steps()
          .forEach(
              step -> step.declaration().outputs().forEach(output -> outputs.add(output.alias())));
    }
    return outputs;
  }
}
