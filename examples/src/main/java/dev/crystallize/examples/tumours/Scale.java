package dev.crystallize.examples.tumours;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the features of a table lie and how widely they spread.
 *
 * @param means the mean of each feature
 * @param deviations the population standard deviation of each feature; 1 where it does not vary
 */
record Scale(List<Double> means, List<Double> deviations) {

  /** Copies the lists. */
  Scale {
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
  }

  /**
   * Measures a table.
   *
   * @throws IllegalArgumentException if the table has no rows
   */
  static Scale of(Table table) {
    if (table.rows().isEmpty()) {
      throw new IllegalArgumentException("a table without rows has no scale");
    }
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int feature = 0; feature < table.width(); feature++) {
      double mean = mean(table, feature);
      means.add(mean);
      deviations.add(deviation(table, feature, mean));
    }
    return new Scale(means, deviations);
  }

  private static double mean(Table table, int feature) {
    double sum = 0;
    for (Table.Row row : table.rows()) {
      sum += row.features().get(feature);
    }
    return sum / table.rows().size();
  }

  private static double deviation(Table table, int feature, double mean) {
    double sum = 0;
    for (Table.Row row : table.rows()) {
      double distance = row.features().get(feature) - mean;
      sum += distance * distance;
    }
    double deviation = Math.sqrt(sum / table.rows().size());
    return deviation == 0 ? 1 : deviation;
  }

  /** The same rows with every feature centred and scaled. */
  Table apply(Table table) {
    return new Table(table.classes(), table.rows().stream().map(this::apply).toList());
  }

  private Table.Row apply(Table.Row row) {
    List<Double> scaled = new ArrayList<>();
    for (int feature = 0; feature < row.features().size(); feature++) {
      scaled.add((row.features().get(feature) - means.get(feature)) / deviations.get(feature));
    }
    return new Table.Row(scaled, row.label());
  }
}
