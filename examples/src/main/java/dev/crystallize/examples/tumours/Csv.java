package dev.crystallize.examples.tumours;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads labelled tables. The first line holds the number of rows, the number of features and the
 * names of the classes; each further line holds one row, the index of its class last.
 */
public final class Csv {

  private Csv() {}

  /**
   * Reads a table from the class path.
   *
   * @param resource an absolute name, such as {@code /breast_cancer.csv}
   * @throws UncheckedIOException if the resource is missing or cannot be read
   * @throws IllegalArgumentException if it is not such a table; the message says where
   */
  public static Table read(String resource) {
    try (InputStream in = Csv.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException("no resource '" + resource + "' on the class path");
      }
      return parse(resource, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Parses a table in UTF-8. Does not close the stream.
   *
   * @param name what errors call the source
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if it is not such a table; the message says where
   */
  static Table parse(String name, InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String header = lines.readLine();
    if (header == null) {
      throw new IllegalArgumentException(name + ": empty, expected a first line");
    }
    return new Reader(name, header).read(lines);
  }

  private static final class Reader {
    private final String name;
    private final int rowCount;
    private final int featureCount;
    private final List<String> classes;
    private int line = 1;

    Reader(String name, String header) {
      this.name = name;
      String[] cells = header.split(",", -1);
      if (cells.length < 3) {
        throw wrong(1, "expected the numbers of rows and features and the names of the classes");
      }
      this.rowCount = index(cells, 0, Integer.MAX_VALUE);
      this.featureCount = index(cells, 1, Integer.MAX_VALUE);
      this.classes = List.of(Arrays.copyOfRange(cells, 2, cells.length));
    }

    Table read(BufferedReader lines) throws IOException {
      List<Table.Row> rows = new ArrayList<>();
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        rows.add(row(text.split(",", -1)));
      }
      if (rows.size() != rowCount) {
        throw wrong(1, "%d rows announced, but %d found".formatted(rowCount, rows.size()));
      }
      return new Table(classes, rows);
    }

    private Table.Row row(String[] cells) {
      if (cells.length != featureCount + 1L) {
        throw wrong(
            1,
            "expected %d features and a class, but found %d values"
                .formatted(featureCount, cells.length));
      }
      List<Double> features = new ArrayList<>();
      for (int i = 0; i < featureCount; i++) {
        features.add(number(cells, i));
      }
      return new Table.Row(features, index(cells, featureCount, classes.size()));
    }

    private double number(String[] cells, int i) {
      double value;
      try {
        value = Double.parseDouble(cells[i]);
      } catch (NumberFormatException e) {
        value = Double.NaN;
      }
      if (!Double.isFinite(value)) {
        throw wrong(column(cells, i), "'" + cells[i] + "' is not a finite number");
      }
      return value;
    }

    private int index(String[] cells, int i, int limit) {
      int value;
      try {
        value = Integer.parseInt(cells[i]);
      } catch (NumberFormatException e) {
        value = -1;
      }
      if (value < 0 || value >= limit) {
        throw wrong(
            column(cells, i),
            "'%s' is not a whole number from 0 to %d".formatted(cells[i], limit - 1));
      }
      return value;
    }

    private static int column(String[] cells, int i) {
      return 1 + Arrays.stream(cells, 0, i).mapToInt(cell -> cell.length() + 1).sum();
    }

    private IllegalArgumentException wrong(int column, String what) {
      return new IllegalArgumentException("%s:%d:%d: %s".formatted(name, line, column, what));
    }
  }
}
