package dev.crystallize.examples.tumours;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Labelled rows of equally many numbers. Immutable, and made of records, lists and primitives only.
 *
 * @param classes the names of the classes, at least one
 * @param rows the rows; all have equally many features and a label that indexes {@code classes}
 */
public record Table(List<String> classes, List<Row> rows) {

  /**
   * One example.
   *
   * @param features its features, all finite
   * @param label the index of its class
   */
  public record Row(List<Double> features, int label) {

    /** Copies the features. */
    public Row {
      features = List.copyOf(features);
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if the rows differ in width, or a label names no class
   */
  public Table {
    classes = List.copyOf(classes);
    rows = List.copyOf(rows);
    for (int i = 0; i < rows.size(); i++) {
      check(rows.get(i), i, rows.get(0).features().size(), classes.size());
    }
  }

  private static void check(Row row, int index, int width, int classes) {
    if (row.features().size() != width) {
      throw new IllegalArgumentException(
          "row %d has %d features, the first row has %d"
              .formatted(index, row.features().size(), width));
    }
    if (row.label() < 0 || row.label() >= classes) {
      throw new IllegalArgumentException(
          "row %d has label %d, but there are %d classes".formatted(index, row.label(), classes));
    }
  }

  /** The number of features of each row; 0 for a table without rows. */
  public int width() {
    return rows.isEmpty() ? 0 : rows.get(0).features().size();
  }

  /**
   * Shuffles the rows and splits them so that each class has the same share in both parts, rounded
   * to the nearest row.
   *
   * @param testShare how much of each class goes to the test part, between 0 and 1
   * @param random decides the order; equal generators give equal parts
   * @throws IllegalArgumentException if {@code testShare} is not between 0 and 1
   */
  public Parts shuffleAndSplit(double testShare, RandomGenerator random) {
    if (!(testShare >= 0 && testShare <= 1)) {
      throw new IllegalArgumentException(
          "the test share must be between 0 and 1, but is " + testShare);
    }
    int[] wanted = new int[classes.size()];
    for (int label = 0; label < wanted.length; label++) {
      wanted[label] = (int) Math.round(testShare * count(label));
    }
    List<Row> train = new ArrayList<>();
    List<Row> test = new ArrayList<>();
    for (Row row : shuffled(random)) {
      boolean toTest = wanted[row.label()]-- > 0;
      (toTest ? test : train).add(row);
    }
    return new Parts(new Table(classes, train), new Table(classes, test));
  }

  private long count(int label) {
    return rows.stream().filter(row -> row.label() == label).count();
  }

  // Collections.shuffle takes a RandomGenerator only since JDK 21.
  private List<Row> shuffled(RandomGenerator random) {
    List<Row> shuffled = new ArrayList<>(rows);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      Row row = shuffled.get(last);
      shuffled.set(last, shuffled.get(other));
      shuffled.set(other, row);
    }
    return shuffled;
  }
}
