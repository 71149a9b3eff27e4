package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import java.util.List;

/**
 * Two results of one experiment, metric by metric: how far the later one lies from the earlier one,
 * and how sure that is.
 *
 * <p>Replicates are paired if both results draw the same random numbers: they have the same seed,
 * and their replicates depend on each other in the same way. Then the interval is Student's over
 * the differences of the pairs, else Welch's. Each interval holds for its row alone: of twenty
 * intervals one is expected to miss the truth.
 */
public final class Comparison {

  private final String experiment;
  private final List<String> labels;
  private final List<Row> rows;
  private final List<String> changes;
  private final List<String> notes;

  Comparison(
      String experiment,
      List<String> labels,
      List<Row> rows,
      List<String> changes,
      List<String> notes) {
    this.experiment = experiment;
    this.labels = List.copyOf(labels);
    this.rows = List.copyOf(rows);
    this.changes = List.copyOf(changes);
    this.notes = List.copyOf(notes);
  }

  /**
   * Compares two results, from wherever they come.
   *
   * @param earlier the one
   * @param later the other
   * @return the comparison
   * @throws IllegalArgumentException if they are of different experiments
   */
  public static Comparison of(Result earlier, Result later) {
    return of(earlier, later, List.of());
  }

  static Comparison of(Result earlier, Result later, List<String> changes) {
    return new ResultComparison(earlier, later).with(changes);
  }

  /**
   * The experiment.
   *
   * @return its name
   */
  public String experiment() {
    return experiment;
  }

  /**
   * The metrics and conditions that both results have.
   *
   * @return metric by metric, conditions in order
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * One metric in one condition.
   *
   * @param metric the metric's name
   * @param condition {@code baseline} or a treatment
   * @return its row
   * @throws IllegalArgumentException if there is none, with the nearest name
   */
  public Row row(String metric, String condition) {
    List<Row> ofMetric = rows.stream().filter(row -> row.metric().equals(metric)).toList();
    if (ofMetric.isEmpty()) {
      throw unknown("metric", metric, rows.stream().map(Row::metric).distinct().toList());
    }
    return ofMetric.stream()
        .filter(row -> row.condition().equals(condition))
        .findFirst()
        .orElseThrow(
            () -> unknown("condition", condition, ofMetric.stream().map(Row::condition).toList()));
  }

  private static IllegalArgumentException unknown(String what, String name, List<String> known) {
    return new IllegalArgumentException(
        "no " + what + " '" + name + "' is compared" + Suggestions.of(name, known).text());
  }

  /**
   * What else changed between versions of a data folder: values, code, libraries, JDK, here and
   * further up.
   *
   * @return a line each, such as {@code train: treatment high_lr: learning_rate 0.1 -> 0.3}; empty
   *     if nothing did or nobody knows
   */
  public List<String> changes() {
    return changes;
  }

  /**
   * What to keep in mind: how replicates were compared, and what only one of the results has.
   *
   * @return a sentence each
   */
  public List<String> notes() {
    return notes;
  }

  /** How the results are called, such as {@code v3} and {@code v4}. */
  List<String> labels() {
    return labels;
  }

  /**
   * All of this in Markdown.
   *
   * @return a heading of the third level, what changed, a table and notes
   */
  public String toMarkdown() {
    return ComparisonText.markdown(this);
  }

  /** Returns a table for the terminal. */
  @Override
  public String toString() {
    return ComparisonText.text(this);
  }

  /**
   * A metric in one condition of both results.
   *
   * @param metric the metric's name
   * @param condition {@code baseline} or a treatment
   * @param earlier the metric in the one
   * @param later the metric in the other
   * @param difference later minus earlier: of the means, or the mean difference of the pairs
   * @param interval where the difference lies with 95 % confidence; NaN with too few values
   * @param pairs how many pairs were compared; 0 if replicates were not paired
   * @param verdict what the interval says
   */
  public record Row(
      String metric,
      String condition,
      MetricSummary earlier,
      MetricSummary later,
      double difference,
      ConfidenceInterval interval,
      int pairs,
      Verdict verdict) {}

  /** What an interval says. Whether that is good depends on the metric. */
  public enum Verdict {
    /** Every replicate has the same value, to the bit. */
    SAME("same"),
    /** The whole interval lies above zero. */
    HIGHER("higher"),
    /** The whole interval lies below zero. */
    LOWER("lower"),
    /** The interval contains zero, which does not show that there is no difference. */
    NO_EVIDENCE("no evidence"),
    /** There is no interval: too few values, or some that are not finite. */
    UNKNOWN("unknown");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Returns it in words, such as {@code no evidence}. */
    @Override
    public String toString() {
      return words;
    }
  }
}
