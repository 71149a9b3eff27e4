package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.PlainJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Lays plans out. */
final class PlanText {

  private static final int SHOWN_REASONS = 3;

  private PlanText() {}

  static String table(Plan plan) {
    List<List<String>> rows = new ArrayList<>();
    for (PlannedTasks tasks : plan.tasks()) {
      rows.add(
          List.of(
              tasks.experiment(),
              tasks.condition(),
              tasks.replicates(),
              action(tasks),
              reason(tasks)));
    }
    return TextTable.of(rows) + "\n" + counts(plan);
  }

  private static String action(PlannedTasks tasks) {
    return tasks.action().equals(PlannedTasks.REUSE)
        ? tasks.action() + tasks.version().map(version -> "(" + version + ")").orElse("")
        : tasks.action();
  }

  private static String reason(PlannedTasks tasks) {
    List<String> reasons = tasks.reasons();
    return reasons.size() <= SHOWN_REASONS
        ? tasks.reason()
        : String.join("; ", reasons.subList(0, SHOWN_REASONS))
            + "; and "
            + (reasons.size() - SHOWN_REASONS)
            + " more (--explain)";
  }

  private static String counts(Plan plan) {
    int run = plan.runCount();
    return run
        + (run == 1 ? " task" : " tasks")
        + " would run"
        + (plan.reuseCount() > 0 ? ", " + plan.reuseCount() + " reused" : "")
        + (plan.pendingCount() > 0
            ? ", " + plan.pendingCount() + " only if what they read differs"
            : "");
  }

  static String explanation(Plan plan) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (PlannedTasks tasks : plan.tasks()) {
      String why = action(tasks) + "\n    " + String.join("\n    ", tasks.reasons());
      places
          .computeIfAbsent(tasks.experiment() + "  " + why, each -> new ArrayList<>())
          .add(tasks.condition() + ":" + tasks.replicates());
    }
    StringBuilder text = new StringBuilder();
    places.forEach(
        (why, tasks) ->
            text.append(why.replaceFirst("\n", "  " + quoted(tasks) + "\n")).append('\n'));
    plan.unseen().forEach(each -> text.append(each).append('\n'));
    return text.append(counts(plan)).toString();
  }

  private static String quoted(List<String> tasks) {
    return Matcher.quoteReplacement(String.join(", ", tasks));
  }

  static String json(Plan plan) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("run", plan.runCount());
    counts.put("reuse", plan.reuseCount());
    counts.put("pending", plan.pendingCount());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("tasks", plan.tasks().stream().map(PlanText::members).toList());
    document.put("counts", counts);
    return PlainJson.of(document);
  }

  private static Map<String, @Nullable Object> members(PlannedTasks tasks) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("experiment", tasks.experiment());
    members.put("condition", tasks.condition());
    members.put("replicates", tasks.replicates());
    members.put("action", tasks.action());
    members.put("reason", tasks.reason());
    members.put("version", tasks.version().orElse(null));
    return members;
  }
}
