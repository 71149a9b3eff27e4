package dev.crystallize.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.PlanProblem.ReplicateMismatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomGraphsTest {

  private static final List<String> TREATMENTS = List.of("x", "y", "z");

  @Property(tries = 500)
  void upstreamsComeFirstAndEveryExperimentOnce(@ForAll("graphs") List<PlanNode> nodes) {
    ExperimentDag dag = ExperimentDag.of(nodes);
    Set<String> seen = new HashSet<>();
    for (PlanNode node : dag.nodes()) {
      node.reads().forEach(read -> assertThat(seen).contains(read.upstream()));
      assertThat(seen.add(node.name())).isTrue();
    }
    assertThat(seen).hasSameSizeAs(nodes);
  }

  @Property(tries = 500)
  void anExperimentMaterialisesExactlyWhatItOrAnAncestorDefines(
      @ForAll("graphs") List<PlanNode> nodes) {
    ExperimentDag dag = ExperimentDag.of(nodes);
    List<List<String>> conditions = ConditionSets.materialised(dag, name -> true);
    for (int i = 0; i < dag.size(); i++) {
      Set<String> expected = new HashSet<>(Set.of("baseline"));
      for (int ancestor : ancestorsAndSelf(dag, i)) {
        expected.addAll(dag.nodes().get(ancestor).treatments());
      }
      assertThat(conditions.get(i)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Property(tries = 500)
  void numbersAndPlacesOfTasksAreInverse(@ForAll("graphs") List<PlanNode> nodes) {
    if (!(GraphPlanner.plan(nodes, PlanOptions.AS_CONFIGURED)
        instanceof Planning.Planned planned)) {
      return;
    }
    GraphPlan plan = planned.plan();
    for (int task = 0; task < plan.taskCount(); task++) {
      int experiment = plan.experimentOf(task);
      assertThat(plan.task(experiment, plan.conditionOf(task), plan.replicateOf(task)))
          .isEqualTo(task);
    }
  }

  @Property(tries = 500)
  void dependentsAreTheInverseOfUpstreams(@ForAll("graphs") List<PlanNode> nodes) {
    if (!(GraphPlanner.plan(nodes, PlanOptions.AS_CONFIGURED)
        instanceof Planning.Planned planned)) {
      return;
    }
    GraphPlan plan = planned.plan();
    Set<List<Integer>> up = new HashSet<>();
    Set<List<Integer>> down = new HashSet<>();
    for (int task = 0; task < plan.taskCount(); task++) {
      int from = task;
      plan.forEachUpstream(task, upstream -> up.add(List.of(upstream, from)));
      plan.forEachDependent(task, dependent -> down.add(List.of(from, dependent)));
    }
    assertThat(down).isEqualTo(up);
  }

  @Property(tries = 1000)
  void aGraphIsAcceptedExactlyIfNoTaskMixesReplicatesOfAnAncestor(
      @ForAll("graphs") List<PlanNode> nodes) {
    ExperimentDag dag = ExperimentDag.of(nodes);
    int[] counts = ReplicateCounts.resolve(dag, OptionalInt.empty());
    List<ReplicateMismatch> found = ReplicateChecker.check(dag, counts);
    boolean mixes = false;
    for (int node = 0; node < dag.size(); node++) {
      mixes |= hasDifferentCounts(dag, counts, node);
      for (int replicate = 0; replicate < counts[node]; replicate++) {
        mixes |= mixes(dag, counts, node, replicate, new HashMap<>());
      }
    }
    assertThat(!found.isEmpty()).isEqualTo(mixes);
  }

  @Property(tries = 500)
  void clustersAreThoseOfTheGraphOfTasks(@ForAll("graphs") List<PlanNode> nodes) {
    ExperimentDag dag = ExperimentDag.of(nodes);
    if (!(GraphPlanner.plan(nodes, PlanOptions.AS_CONFIGURED)
        instanceof Planning.Planned planned)) {
      return;
    }
    GraphPlan plan = planned.plan();
    for (int node = 0; node < dag.size(); node++) {
      Clusters clusters = plan.clusters(node);
      for (int i = 0; i < plan.experiment(node).replicates(); i++) {
        for (int upstream : dag.upstreams(node)) {
          int count = plan.experiment(upstream).replicates();
          for (int j = 0; j < i && count > 1; j++) {
            boolean together =
                plan.clusters(upstream).of(i % count) == plan.clusters(upstream).of(j % count);
            if (together) {
              assertThat(clusters.of(i)).isEqualTo(clusters.of(j));
            }
          }
        }
      }
    }
  }

  /** Follows every path, one by one, which the planner cannot afford. */
  private static boolean mixes(
      ExperimentDag dag, int[] counts, int node, int replicate, Map<Integer, Integer> reached) {
    boolean mixes = false;
    for (int upstream : dag.upstreams(node)) {
      int index = replicate % counts[upstream];
      Integer before = reached.putIfAbsent(upstream, index);
      mixes |= before != null && before != index;
      mixes |= mixes(dag, counts, upstream, index, reached);
    }
    return mixes;
  }

  private static boolean hasDifferentCounts(ExperimentDag dag, int[] counts, int node) {
    Set<Integer> distinct = new HashSet<>();
    for (int upstream : dag.upstreams(node)) {
      if (counts[upstream] > 1) {
        distinct.add(counts[upstream]);
      }
    }
    return distinct.size() > 1;
  }

  private static Set<Integer> ancestorsAndSelf(ExperimentDag dag, int node) {
    Set<Integer> all = new HashSet<>(Set.of(node));
    for (int upstream : dag.upstreams(node)) {
      all.addAll(ancestorsAndSelf(dag, upstream));
    }
    return all;
  }

  @Provide
  Arbitrary<List<PlanNode>> graphs() {
    return Arbitraries.randomValue(RandomGraphsTest::graph);
  }

  private static List<PlanNode> graph(Random random) {
    int size = 1 + random.nextInt(7);
    List<PlanNode> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<PlanEdge> reads = new ArrayList<>();
      for (int upstream = 0; upstream < i; upstream++) {
        if (random.nextInt(3) == 0) {
          reads.add(new PlanEdge("in" + upstream, "n" + upstream, "out"));
        }
      }
      List<String> treatments =
          TREATMENTS.stream().filter(treatment -> random.nextInt(4) == 0).toList();
      int declared = random.nextInt(8);
      OptionalInt replicates =
          declared == 0 || declared > 6 ? OptionalInt.empty() : OptionalInt.of(declared);
      nodes.add(new PlanNode("n" + i, replicates, treatments, reads));
    }
    Collections.shuffle(nodes, random);
    return nodes;
  }
}
