package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Escapes;
import dev.crystallize.runtime.config.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Lays results out for people. */
final class ResultText {

  private static final int SHOWN_FAILURES = 8;
  private static final String INDENT = "  ";
  private static final int ESTIMATE = 2;

  private ResultText() {}

  /** Returns a table per experiment, hypotheses, failures and the folder of the data. */
  static String table(GraphResult results) {
    List<String> parts = new ArrayList<>();
    results.values().forEach(result -> parts.add(table(result)));
    RunSummary summary = results.summary();
    if (!results.successful() || results.interrupted()) {
      parts.add(problems(results));
    }
    if (!summary.compiledValues().isEmpty()) {
      parts.add(
          "values as compiled, no config.yaml was found: "
              + Suggestion.listed(summary.compiledValues()));
    }
    if (summary.differences().filter(List::isEmpty).isPresent()) {
      parts.add("checked: every task that ran gave the same when it ran again");
    }
    if (summary.reused() > 0) {
      parts.add(
          "reused: " + summary.reused() + " of " + summary.tasks() + " tasks from earlier runs");
    }
    if (!summary.notes().isEmpty()) {
      parts.add(String.join("\n", summary.notes()));
    }
    parts.add("mean +/- standard deviation  (replicates)\ndata: " + results.dataDirectory());
    return String.join("\n\n", parts);
  }

  /** Returns the name, a row per metric and condition, and the hypotheses. */
  static String table(Result result) {
    List<List<String>> rows = new ArrayList<>();
    for (String metric : result.metrics()) {
      for (String condition : result.conditions()) {
        MetricSummary summary = result.metric(metric).in(condition);
        rows.add(
            List.of(
                INDENT + metric,
                condition,
                NumberText.estimate(summary),
                NumberText.count(summary)));
      }
    }
    StringBuilder text = new StringBuilder(result.name());
    text.append(rows.isEmpty() ? "  (no metrics)" : "\n" + TextTable.of(rows, ESTIMATE));
    for (HypothesisResult hypothesis : result.hypotheses()) {
      text.append('\n').append(HypothesisText.of(hypothesis));
    }
    result.notes().forEach(note -> text.append('\n').append(INDENT).append(note));
    return text.toString();
  }

  /** The last experiment, which no other one reads, needs no name. */
  private static String debugged(GraphResult results, TaskId task) {
    List<String> experiments = List.copyOf(results.keySet());
    String last = experiments.get(experiments.size() - 1);
    String named = task.experiment().equals(last) ? "" : task.experiment() + ":";
    String text = named + task.condition() + ":" + task.replicate();
    return text.contains(" ") ? '"' + text + '"' : text;
  }

  private static void checked(List<String> differences, StringBuilder text) {
    if (!differences.isEmpty()) {
      text.append('\n').append(INDENT).append(differences.size());
      text.append(differences.size() == 1 ? " task is" : " tasks are").append(" not reproducible");
      differences.stream()
          .limit(SHOWN_FAILURES)
          .forEach(line -> text.append('\n').append(INDENT).append(line));
    }
  }

  /** Returns what went wrong: the first failures, and how many there are. */
  static String problems(GraphResult results) {
    RunSummary summary = results.summary();
    StringBuilder text = new StringBuilder();
    if (results.interrupted()) {
      text.append("interrupted: ");
    }
    text.append(summary.committed()).append(" of ").append(summary.tasks());
    text.append(" tasks committed, ").append(summary.failed()).append(" failed, ");
    text.append(summary.skipped()).append(" skipped");
    if (summary.cancelled() > 0) {
      text.append(", ").append(summary.cancelled()).append(" not run");
    }
    List<Failure> failures = results.failures();
    failures.stream()
        .limit(SHOWN_FAILURES)
        .forEach(
            failure ->
                text.append('\n')
                    .append(INDENT)
                    .append(failure)
                    .append('\n')
                    .append(INDENT)
                    .append(INDENT)
                    .append("debug it: --debug ")
                    .append(debugged(results, failure.task())));
    if (failures.size() > SHOWN_FAILURES) {
      text.append('\n').append(INDENT).append("and ");
      text.append(failures.size() - SHOWN_FAILURES).append(" more");
    }
    summary.skips().forEach(line -> text.append('\n').append(INDENT).append(line));
    checked(results.differences(), text);
    if (results.interrupted() || summary.committed() < summary.tasks()) {
      text.append('\n').append(INDENT);
      text.append(summary.failed() > 0 ? "repair" : "go on").append(": --resume");
    }
    summary
        .unclosed()
        .forEach(
            unclosed ->
                text.append('\n').append(INDENT).append(Escapes.onOneLine(unclosed.message())));
    for (Result result : results.values()) {
      for (HypothesisResult hypothesis : result.hypotheses()) {
        for (HypothesisResult.Row row : hypothesis.rows()) {
          row.error()
              .ifPresent(
                  error ->
                      text.append('\n')
                          .append(INDENT)
                          .append(result.name())
                          .append(", verifier '")
                          .append(hypothesis.verifier())
                          .append("' for ")
                          .append(row.treatment())
                          .append(": ")
                          .append(Escapes.onOneLine(error)));
        }
      }
    }
    return text.toString();
  }
}
