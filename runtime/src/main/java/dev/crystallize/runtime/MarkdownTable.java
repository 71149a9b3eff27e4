package dev.crystallize.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays rows of text out as a table of Markdown. */
final class MarkdownTable {

  private MarkdownTable() {}

  /**
   * Returns the table, each row on a line of its own.
   *
   * @param rows the header first; all of one length
   * @param right the columns, counted from 0, that are pushed to the right
   */
  static String of(List<List<String>> rows, Integer... right) {
    Set<Integer> pushed = Set.of(right);
    List<String> marks =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(column -> pushed.contains(column) ? "---:" : "---")
            .toList();
    return line(rows.get(0))
        + "| "
        + String.join(" | ", marks)
        + " |\n"
        + rows.stream().skip(1).map(MarkdownTable::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(MarkdownTable::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** The text such that Markdown shows it as it is, on one line. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<#|~&$])", "\\\\$1").replaceAll("\\R", " ");
  }
}
