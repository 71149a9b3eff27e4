package dev.crystallize.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a hypothesis.
 *
 * @param name its name
 * @param verifier the verifier that tested it
 * @param rows one per treatment and group of metrics: groups in order, and in each the treatments
 *     by {@code p_value}, lowest first, NaN and failures last
 */
public record HypothesisResult(String name, String verifier, List<Row> rows) {

  /** The finding that ranks treatments. */
  static final String P_VALUE = "p_value";

  /** Copies the rows. */
  public HypothesisResult {
    rows = List.copyOf(rows);
  }

  /**
   * The treatments of a group of metrics, most convincing first.
   *
   * @param metrics the group
   * @return the treatments' names
   */
  public List<String> ranking(List<String> metrics) {
    return rows.stream().filter(row -> row.metrics().equals(metrics)).map(Row::treatment).toList();
  }

  /**
   * Whether the verifier threw for some treatment.
   *
   * @return whether a row has an error
   */
  public boolean failed() {
    return rows.stream().anyMatch(row -> row.error().isPresent());
  }

  /**
   * One treatment compared with the baseline.
   *
   * @param treatment the treatment
   * @param metrics the metrics that were compared
   * @param findings what the verifier found, by name, in order; empty if it threw
   * @param error what the verifier threw, if it did
   */
  public record Row(
      String treatment,
      List<String> metrics,
      Map<String, Object> findings,
      Optional<String> error) {

    /** NaN compares above every number, so it comes last. */
    static final Comparator<Row> BY_P_VALUE = Comparator.comparingDouble(Row::pValue);

    private double pValue() {
      return findings.get(P_VALUE) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
  }
}
