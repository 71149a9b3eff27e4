package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.Resumption;
import dev.crystallize.runtime.store.Target;
import dev.crystallize.runtime.store.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what a resuming run would do into groups of replicates. */
final class ResumePlan {

  private final GraphPlan graph;
  private final Resumption resumption;
  private final Reasons reasons;
  private final Set<String> running = new HashSet<>();
  private final List<PlannedTasks> tasks = new ArrayList<>();

  ResumePlan(GraphPlan graph, Resumption resumption, Reasons reasons) {
    this.graph = graph;
    this.resumption = resumption;
    this.reasons = reasons;
  }

  /** The plan, which tells of the nodes' datasources that nobody can look into. */
  Plan plan(Collection<ExperimentNode> nodes) {
    for (PlannedExperiment experiment : graph.experiments()) {
      Map<String, String> reads = new HashMap<>();
      for (PlanEdge edge : experiment.reads()) {
        reads.put(edge.alias(), edge.upstream() + "#" + edge.output());
      }
      for (int condition = 0; condition < experiment.conditions().size(); condition++) {
        int first = tasks.size();
        for (int replicate = 0; replicate < experiment.replicates(); replicate++) {
          add(planned(experiment, condition, replicate, reads), first);
        }
      }
    }
    return new Plan(tasks, unseen(nodes));
  }

  private void add(PlannedTasks task, int first) {
    int last = tasks.size() - 1;
    if (last >= first && tasks.get(last).isLike(task)) {
      tasks.set(last, tasks.get(last).upTo(task.last()));
    } else {
      tasks.add(task);
    }
  }

  private PlannedTasks planned(
      PlannedExperiment experiment, int condition, int replicate, Map<String, String> reads) {
    String name = experiment.name();
    String inCondition = experiment.conditions().get(condition);
    Verdict verdict = resumption.verdict(graph.task(experiment.index(), condition, replicate));
    String action = PlannedTasks.RUN;
    Optional<String> version = filled(experiment);
    List<String> why;
    if (verdict instanceof Verdict.Pending pending) {
      action = PlannedTasks.PENDING;
      why = pending.experiments().stream().distinct().map(this::waits).toList();
    } else {
      why = reasons.of(name, inCondition, verdict, reads);
    }
    if (verdict instanceof Verdict.Reuse reuse) {
      action = PlannedTasks.REUSE;
      version = Optional.of("v" + reuse.version().number());
    } else if (verdict instanceof Verdict.Run) {
      running.add(name);
    }
    return new PlannedTasks(name, inCondition, replicate, replicate, action, why, version);
  }

  private String waits(String upstream) {
    return running.contains(upstream) ? upstream + " runs" : upstream + " may run";
  }

  private Optional<String> filled(PlannedExperiment experiment) {
    return resumption.target(experiment.index()) instanceof Target.Fill fill
        ? Optional.of("v" + fill.version().number())
        : Optional.empty();
  }

  private static List<String> unseen(Collection<ExperimentNode> nodes) {
    List<String> unseen = new ArrayList<>();
    for (ExperimentNode node : nodes) {
      for (Feed feed : node.feeds()) {
        if (feed instanceof Feed.Own own && own.declaration().reads().isEmpty()) {
          unseen.add(
              String.format(
                  "datasource '%s' of '%s' declares no files: if it reads any, a change of theirs"
                      + " is not seen",
                  own.alias(), node.name()));
        }
      }
    }
    return unseen;
  }
}
