package dev.crystallize.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

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
    return JsonText.of(
        sink -> {
          sink.beginMap();
          sink.key("tasks");
          sink.beginList();
          plan.tasks().forEach(tasks -> write(tasks, sink));
          sink.endList();
          sink.key("counts");
          sink.beginMap();
          sink.key("run");
          sink.whole(plan.runCount());
          sink.key("reuse");
          sink.whole(plan.reuseCount());
          sink.key("pending");
          sink.whole(plan.pendingCount());
          sink.endMap();
          sink.endMap();
        });
  }

  private static void write(PlannedTasks tasks, CodecSink sink) {
    sink.beginMap();
    sink.key("experiment");
    sink.text(tasks.experiment());
    sink.key("condition");
    sink.text(tasks.condition());
    sink.key("replicates");
    sink.text(tasks.replicates());
    sink.key("action");
    sink.text(tasks.action());
    sink.key("reason");
    sink.text(tasks.reason());
    sink.key("version");
    tasks.version().ifPresentOrElse(sink::text, sink::nothing);
    sink.endMap();
  }
}
