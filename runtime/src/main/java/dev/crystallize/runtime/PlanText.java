package dev.crystallize.runtime;

import java.util.ArrayList;
import java.util.List;

/** Lays plans out. */
final class PlanText {

  private PlanText() {}

  static String table(Plan plan) {
    List<List<String>> rows = new ArrayList<>();
    for (PlannedTasks tasks : plan.tasks()) {
      rows.add(
          List.of(
              tasks.experiment(),
              tasks.condition(),
              tasks.replicates(),
              tasks.action(),
              tasks.reason()));
    }
    int count = plan.runCount();
    return TextTable.of(rows) + "\n" + count + (count == 1 ? " task" : " tasks") + " would run";
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
