package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.RunOutcome;
import dev.crystallize.runtime.engine.SkippedTask;
import dev.crystallize.runtime.engine.TaskFailure;
import dev.crystallize.runtime.engine.TaskKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which tasks were skipped because of which failure. */
final class Skips {

  /** As many failures as a report shows. */
  private static final int SHOWN_FAILURES = 8;

  private static final int SHOWN_TASKS = 3;

  private Skips() {}

  /** Returns a line for each of the first failures because of which tasks were skipped. */
  static List<String> of(RunOutcome outcome) {
    Map<TaskKey, Skipped> byCause = new LinkedHashMap<>();
    outcome.failures().stream()
        .limit(SHOWN_FAILURES)
        .map(TaskFailure::task)
        .forEach(task -> byCause.put(task, new Skipped()));
    if (!byCause.isEmpty()) {
      for (SkippedTask task : outcome.skipped()) {
        Skipped skipped = byCause.get(task.cause());
        if (skipped != null) {
          skipped.add(task.task());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    byCause.forEach(
        (cause, skipped) -> {
          if (skipped.count > 0) {
            lines.add("skipped because " + cause + " failed: " + skipped);
          }
        });
    return lines;
  }

  private static final class Skipped {

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(TaskKey task) {
      count++;
      if (first.size() < SHOWN_TASKS) {
        first.add(task.toString());
      }
    }

    @Override
    public String toString() {
      int rest = count - first.size();
      return String.join(", ", first) + (rest > 0 ? " and " + rest + " more" : "");
    }
  }
}
