package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.TaskCode;
import dev.crystallize.runtime.engine.TaskLimit;
import dev.crystallize.runtime.engine.TaskResult;
import dev.crystallize.runtime.engine.TaskRun;
import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs every task twice and notes what was otherwise the second time. */
final class CheckedProgram implements TaskCode {

  private final TaskCode code;
  private final Map<TaskId, List<String>> differences = new ConcurrentHashMap<>();

  CheckedProgram(TaskCode code) {
    this.code = code;
  }

  @Override
  public TaskResult run(TaskRun task) throws Exception {
    SecondPass passes = new SecondPass(task);
    TaskResult first = code.run(passes);
    passes.begin();
    List<String> differing;
    try {
      differing = again(passes, first);
    } finally {
      passes.drop();
    }
    TaskId id = new TaskId(task.experiment(), task.condition(), task.replicate());
    if (differing.isEmpty()) {
      differences.remove(id);
    } else {
      differences.put(id, differing);
    }
    return first;
  }

  @Override
  public List<TaskLimit> limits() {
    return code.limits();
  }

  private List<String> again(SecondPass passes, TaskResult first) throws Exception {
    try {
      TaskResult second = code.run(passes);
      return differences(first, second, passes);
    } catch (Exception | StackOverflowError | LinkageError e) {
      if (e instanceof InterruptedException || passes.revoked()) {
        throw e;
      }
      return List.of("it failed the second time: " + e);
    }
  }

  private static List<String> differences(TaskResult first, TaskResult second, SecondPass passes) {
    List<String> differences = new ArrayList<>();
    Map<String, Double> was = first.measures().metrics();
    Map<String, Double> is = second.measures().metrics();
    for (String metric : names(was, is)) {
      if (!is.containsKey(metric) || !was.containsKey(metric)) {
        String time = was.containsKey(metric) ? "first" : "second";
        differences.add("metric '" + metric + "' is recorded only the " + time + " time");
      } else if (!was.get(metric).equals(is.get(metric))) {
        differences.add("metric '" + metric + "' " + was.get(metric) + ", then " + is.get(metric));
      }
    }
    Map<String, MetricSeries> curves = first.measures().series();
    for (String series : names(curves, second.measures().series())) {
      if (!Objects.equals(curves.get(series), second.measures().series().get(series))) {
        differences.add("series '" + series + "' differs");
      }
    }
    passes
        .same()
        .forEach(
            (output, same) -> {
              if (!same) {
                differences.add("output '" + output + "' holds other bytes");
              }
            });
    return differences;
  }

  private static Set<String> names(Map<String, ?> first, Map<String, ?> second) {
    Set<String> names = new LinkedHashSet<>(first.keySet());
    names.addAll(second.keySet());
    return names;
  }

  /** What differed, a line for each task, in the order of the plan. */
  List<String> differences(GraphPlan plan) {
    return differences.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(order(plan)))
        .map(
            entry ->
                "[unseeded-random] "
                    + entry.getKey()
                    + " gave other results the second time: "
                    + String.join("; ", entry.getValue()))
        .toList();
  }

  private static Comparator<TaskId> order(GraphPlan plan) {
    return Comparator.comparingInt(
        task -> {
          int experiment = plan.indexOf(task.experiment());
          int condition = plan.experiment(experiment).conditions().indexOf(task.condition());
          return plan.task(experiment, condition, task.replicate());
        });
  }
}
