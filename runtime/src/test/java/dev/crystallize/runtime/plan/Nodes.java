package dev.crystallize.runtime.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Short forms of what tests plan. */
final class Nodes {

  private Nodes() {}

  static PlanNode node(String name, String... upstreams) {
    return new PlanNode(name, OptionalInt.empty(), List.of(), reads(upstreams));
  }

  static PlanNode node(String name, int replicates, String... upstreams) {
    return new PlanNode(name, OptionalInt.of(replicates), List.of(), reads(upstreams));
  }

  static PlanNode treated(PlanNode node, String... treatments) {
    return new PlanNode(node.name(), node.replicates(), List.of(treatments), node.reads());
  }

  static GraphPlan plan(PlanNode... nodes) {
    return plan(PlanOptions.AS_CONFIGURED, List.of(nodes));
  }

  static GraphPlan plan(PlanOptions options, List<PlanNode> nodes) {
    Planning planning = GraphPlanner.plan(nodes, options);
    if (planning instanceof Planning.Planned planned) {
      return planned.plan();
    }
    throw new AssertionError(planning);
  }

  static List<PlanProblem> problems(PlanNode... nodes) {
    return problems(PlanOptions.AS_CONFIGURED, List.of(nodes));
  }

  static List<PlanProblem> problems(PlanOptions options, List<PlanNode> nodes) {
    Planning planning = GraphPlanner.plan(nodes, options);
    if (planning instanceof Planning.Unplannable unplannable) {
      return unplannable.problems();
    }
    return List.of();
  }

  /** Each node reads the one before it. */
  static List<PlanNode> chain(int length) {
    List<PlanNode> nodes = new ArrayList<>();
    nodes.add(node("n0"));
    for (int i = 1; i < length; i++) {
      nodes.add(node("n" + i, "n" + (i - 1)));
    }
    return nodes;
  }

  private static List<PlanEdge> reads(String... upstreams) {
    List<PlanEdge> reads = new ArrayList<>();
    for (String upstream : upstreams) {
      reads.add(new PlanEdge(upstream + "_" + reads.size(), upstream, "out"));
    }
    return reads;
  }
}
