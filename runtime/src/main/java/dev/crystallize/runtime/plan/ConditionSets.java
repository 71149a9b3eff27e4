package dev.crystallize.runtime.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which conditions each experiment of a graph materialises.
 *
 * <p>An experiment materialises a treatment that it defines or that any of its upstreams
 * materialises; what it materialises depends on it and its ancestors alone.
 */
public final class ConditionSets {

  /** The condition that always runs. */
  public static final String BASELINE = "baseline";

  private ConditionSets() {}

  /**
   * The conditions of each experiment: baseline, its own treatments in declared order, then those
   * that only its upstreams materialise, in the order of its references.
   *
   * @param dag the experiments
   * @param selected which treatments take part
   * @return one list for each of {@link ExperimentDag#nodes}
   */
  public static List<List<String>> materialised(ExperimentDag dag, Predicate<String> selected) {
    List<List<String>> sets = new ArrayList<>(dag.size());
    for (int node = 0; node < dag.size(); node++) {
      Set<String> conditions = new LinkedHashSet<>();
      conditions.add(BASELINE);
      dag.nodes().get(node).treatments().stream().filter(selected).forEach(conditions::add);
      int[] upstreams = dag.upstreams(node);
      for (int upstream : upstreams) {
        conditions.addAll(sets.get(upstream));
      }
      sets.add(sharedOrCopied(conditions, upstreams, sets));
    }
    return sets;
  }

  /** All treatments that any experiment defines, in order of first declaration. */
  public static Set<String> defined(Collection<PlanNode> nodes) {
    Set<String> treatments = new LinkedHashSet<>();
    nodes.forEach(node -> treatments.addAll(node.treatments()));
    treatments.remove(BASELINE);
    return treatments;
  }

  /** Long chains pass one list on instead of holding a copy each. */
  private static List<String> sharedOrCopied(
      Set<String> conditions, int[] upstreams, List<List<String>> sets) {
    List<String> copy = List.copyOf(conditions);
    for (int upstream : upstreams) {
      if (sets.get(upstream).equals(copy)) {
        return sets.get(upstream);
      }
    }
    return copy;
  }
}
