package dev.crystallize.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. The first column is text, the others are figures. */
final class Table {

  private final List<String> lines = new ArrayList<>();

  Table(String... columns) {
    lines.add(line(Arrays.asList(columns)));
    lines.add("|---|" + "---:|".repeat(columns.length - 1));
  }

  /** A table of costs, with room for more columns behind. */
  static Table ofCosts(String what, TimeUnit unit, String... more) {
    List<String> columns = new ArrayList<>();
    columns.add(what);
    for (String kind : List.of("CPU min", "CPU median", "clock min", "clock median")) {
      columns.add(kind + ", " + unit.symbol());
    }
    columns.addAll(Arrays.asList(more));
    return new Table(columns.toArray(new String[0]));
  }

  Table row(String first, List<String> cells, String... more) {
    List<String> all = new ArrayList<>();
    all.add(first);
    all.addAll(cells);
    all.addAll(Arrays.asList(more));
    lines.add(line(all));
    return this;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
