package dev.crystallize.runtime;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays rows of text out in columns. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * Returns the rows as lines, each column as wide as its widest cell, without trailing spaces.
   *
   * @param right the columns, counted from 0, that are pushed to the right
   */
  static String of(List<List<String>> rows, Integer... right) {
    Set<Integer> pushed = Set.of(right);
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(
                column ->
                    rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths, pushed)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths, Set<Integer> right) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String padding = " ".repeat(widths[i] - width(row.get(i)));
      line.append(right.contains(i) ? padding + row.get(i) : row.get(i) + padding).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
