package dev.crystallize.runtime;

import dev.crystallize.runtime.Comparison.Row;
import java.util.ArrayList;
import java.util.List;

/** Lays a comparison out for people. */
final class ComparisonText {

  private static final String INDENT = "  ";

  private ComparisonText() {}

  /** Returns a title, what changed, a table and notes. */
  static String text(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(title(comparison));
    comparison.changes().forEach(change -> lines.add(INDENT + "changed: " + change));
    if (comparison.rows().isEmpty()) {
      lines.add(INDENT + "(no metric that both have)");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(indented(header(comparison)));
      comparison.rows().forEach(row -> rows.add(indented(cells(row))));
      lines.add(TextTable.of(rows, 4, 6));
    }
    comparison.notes().forEach(note -> lines.add(INDENT + note));
    return String.join("\n", lines);
  }

  /** Returns the same in Markdown. */
  static String markdown(Comparison comparison) {
    StringBuilder text = new StringBuilder("### ");
    text.append(MarkdownTable.escaped(title(comparison))).append("\n\n");
    comparison
        .changes()
        .forEach(
            change ->
                text.append("- changed: ").append(MarkdownTable.escaped(change)).append('\n'));
    if (!comparison.changes().isEmpty()) {
      text.append('\n');
    }
    if (comparison.rows().isEmpty()) {
      text.append("No metric that both have.\n");
    } else {
      List<List<String>> rows = new ArrayList<>();
      rows.add(header(comparison));
      comparison.rows().forEach(row -> rows.add(cells(row)));
      text.append(MarkdownTable.of(rows, 2, 3, 4, 6));
    }
    text.append('\n');
    comparison
        .notes()
        .forEach(note -> text.append("- ").append(MarkdownTable.escaped(note)).append('\n'));
    return text.toString();
  }

  private static String title(Comparison comparison) {
    return comparison.experiment() + ": " + String.join(" -> ", comparison.labels());
  }

  private static List<String> header(Comparison comparison) {
    return List.of(
        "metric",
        "condition",
        comparison.labels().get(0),
        comparison.labels().get(1),
        "difference",
        "95 % interval",
        "n",
        "");
  }

  private static List<String> cells(Row row) {
    return List.of(
        row.metric(),
        row.condition(),
        NumberText.estimate(row.earlier()),
        NumberText.estimate(row.later()),
        difference(row),
        interval(row.interval()),
        row.pairs() > 0
            ? row.pairs() + (row.pairs() == 1 ? " pair" : " pairs")
            : row.earlier().independent() + " and " + row.later().independent(),
        row.verdict().toString());
  }

  /** There is none where one side has no values. */
  private static String difference(Row row) {
    boolean known = row.earlier().n() > 0 && row.later().n() > 0;
    return known ? NumberText.number(row.difference()) : "";
  }

  /** Fewer than two values have none. */
  private static String interval(ConfidenceInterval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      return "";
    }
    return "["
        + NumberText.number(interval.low())
        + ", "
        + NumberText.number(interval.high())
        + "]";
  }

  private static List<String> indented(List<String> cells) {
    List<String> indented = new ArrayList<>(cells);
    indented.set(0, INDENT + cells.get(0));
    return indented;
  }
}
