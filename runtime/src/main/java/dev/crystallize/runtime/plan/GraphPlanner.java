package dev.crystallize.runtime.plan;

import dev.crystallize.runtime.plan.GraphPlan.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Plans graphs. */
public final class GraphPlanner {

  private static final Link[] NO_LINKS = new Link[0];

  private GraphPlanner() {}

  /**
   * Plans a run.
   *
   * @param nodes the experiments in any order; every one that is read must be among them
   * @param options what the run narrows
   * @return the plan, or every problem found
   * @throws IllegalArgumentException if two experiments have one name or one reads an experiment
   *     that is not among them
   */
  public static Planning plan(List<PlanNode> nodes, PlanOptions options) {
    List<PlanProblem> problems = new ArrayList<>(CycleFinder.find(nodes));
    Set<String> known = ConditionSets.defined(nodes);
    Set<String> selected = options.treatments().<Set<String>>map(HashSet::new).orElse(known);
    options.treatments().orElse(List.of()).stream()
        .distinct()
        .filter(name -> !known.contains(name) && !name.equals(ConditionSets.BASELINE))
        .forEach(name -> problems.add(new PlanProblem.UnknownTreatment(name, List.copyOf(known))));
    if (problems.stream().anyMatch(PlanProblem.Cycle.class::isInstance)) {
      return new Planning.Unplannable(problems);
    }
    ExperimentDag dag = ExperimentDag.of(nodes);
    int[] counts = ReplicateCounts.resolve(dag, options.replicates());
    problems.addAll(ReplicateChecker.check(dag, counts));
    List<List<String>> conditions = ConditionSets.materialised(dag, selected::contains);
    long tasks =
        IntStream.range(0, dag.size())
            .mapToLong(i -> (long) conditions.get(i).size() * counts[i])
            .sum();
    if (tasks > Integer.MAX_VALUE) {
      problems.add(new PlanProblem.TooManyTasks(tasks));
    }
    return problems.isEmpty()
        ? new Planning.Planned(assemble(dag, counts, conditions))
        : new Planning.Unplannable(problems);
  }

  private static GraphPlan assemble(
      ExperimentDag dag, int[] counts, List<List<String>> conditions) {
    int[] configuredCounts = ReplicateCounts.resolve(dag, OptionalInt.empty());
    List<List<String>> configured = ConditionSets.materialised(dag, name -> true);
    List<PlannedExperiment> experiments = new ArrayList<>(dag.size());
    Map<String, Integer> index = new HashMap<>();
    List<Clusters> clusters = new ArrayList<>(dag.size());
    int task = 0;
    for (int i = 0; i < dag.size(); i++) {
      PlanNode node = dag.nodes().get(i);
      PlannedExperiment planned =
          new PlannedExperiment(
              i,
              node.name(),
              task,
              counts[i],
              configuredCounts[i],
              conditions.get(i),
              configured.get(i),
              node.reads());
      experiments.add(planned);
      index.put(node.name(), i);
      clusters.add(
          Clusters.of(counts[i], Arrays.stream(dag.upstreams(i)).mapToObj(clusters::get).toList()));
      task += planned.taskCount();
    }
    List<Link[]> upstreams = new ArrayList<>(dag.size());
    List<List<Link>> downstreams = new ArrayList<>(dag.size());
    for (int i = 0; i < dag.size(); i++) {
      downstreams.add(new ArrayList<>());
      Link[] links = new Link[dag.upstreams(i).length];
      for (int k = 0; k < links.length; k++) {
        int upstream = dag.upstreams(i)[k];
        ConditionMap map = ConditionMap.between(conditions.get(i), conditions.get(upstream));
        links[k] = new Link(upstream, map);
        downstreams.get(upstream).add(new Link(i, map));
      }
      upstreams.add(links);
    }
    List<Link[]> readers = downstreams.stream().map(links -> links.toArray(NO_LINKS)).toList();
    return new GraphPlan(experiments, index, upstreams, readers, clusters);
  }
}
