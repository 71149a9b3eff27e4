package dev.crystallize.runtime;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a hypothesis: one test for each treatment and group of metrics. Together they are
 * the family for which p-values are corrected.
 *
 * @param name its name
 * @param verifier the verifier that tested it
 * @param correction how p-values were corrected for the number of tests
 * @param fixedInputs the experiments upstream of which there is one replicate only; all findings
 *     hold given that one
 * @param rows the tests: groups in order, and in each the treatments by {@link Row#rank()}, lowest
 *     first, NaN and failures last
 */
public record HypothesisResult(
    String name, String verifier, Correction correction, List<String> fixedInputs, List<Row> rows) {

  /** Copies the lists. */
  public HypothesisResult {
    fixedInputs = List.copyOf(fixedInputs);
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
   * The most convincing test of all.
   *
   * @return the row with the lowest {@link Row#rank()}, the first of several; empty if no row has
   *     one
   */
  public Optional<Row> best() {
    return rows.stream().filter(row -> !Double.isNaN(row.rank())).min(Row.BY_RANK);
  }

  /**
   * Whether the verifier or the ranker threw for some treatment.
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
   * @param sizes how much was compared
   * @param findings what the verifier found, by name, in order, and what the ranker gave; empty if
   *     the verifier threw
   * @param pAdjusted the finding {@code p_value}, corrected for the number of tests; NaN if there
   *     is none
   * @param error what the verifier or the ranker threw, if one did
   */
  public record Row(
      String treatment,
      List<String> metrics,
      Sizes sizes,
      Map<String, Object> findings,
      double pAdjusted,
      Optional<String> error) {

    /** The finding that a ranker adds. */
    static final String RANK_SCORE = "rank_score";

    /** NaN compares above every number, so it comes last. */
    static final Comparator<Row> BY_RANK = Comparator.comparingDouble(Row::rank);

    private static final double USUAL_CONFIDENCE = 0.95;

    /**
     * The p-value as the verifier found it, for this test alone.
     *
     * @return the finding {@code p_value}; NaN if there is none
     */
    public double pValue() {
      return number("p_value").orElse(Double.NaN);
    }

    /**
     * What ranks this treatment among the others, lowest first.
     *
     * @return what the ranker gave, which is the finding {@code rank_score}; without a ranker
     *     {@link #pValue()}; NaN after a failure
     */
    public double rank() {
      if (error.isPresent()) {
        return Double.NaN;
      }
      return findings.containsKey(RANK_SCORE) ? number(RANK_SCORE).orElse(Double.NaN) : pValue();
    }

    /**
     * A finding.
     *
     * @param finding its name
     * @return its value, if it is there and a number
     */
    public Optional<Double> number(String finding) {
      return findings.get(finding) instanceof Number number
          ? Optional.of(number.doubleValue())
          : Optional.empty();
    }

    /**
     * The level at which the verdict is given.
     *
     * @return one minus the finding {@code confidence}; 0.05 if there is none
     */
    public double level() {
      double confidence = number("confidence").orElse(USUAL_CONFIDENCE);
      // In decimals, for in doubles 1 - 0.95 is not 0.05.
      return Double.isFinite(confidence)
          ? BigDecimal.ONE.subtract(BigDecimal.valueOf(confidence)).doubleValue()
          : Double.NaN;
    }

    /**
     * What the corrected p-value says, at {@link #level()}.
     *
     * @return the verdict; its direction is the sign of the finding {@code difference}
     */
    public Verdict verdict() {
      if (Double.isNaN(pAdjusted)) {
        return Verdict.UNKNOWN;
      }
      if (pAdjusted > level()) {
        return Verdict.NO_EVIDENCE;
      }
      double direction = Math.signum(number("difference").orElse(0.0));
      return direction > 0 ? Verdict.HIGHER : direction < 0 ? Verdict.LOWER : Verdict.DIFFERENT;
    }

    Row adjusted(double corrected) {
      return new Row(treatment, metrics, sizes, findings, corrected, error);
    }
  }

  /**
   * How much was compared. All but the first count independent replicates: clusters, where
   * replicates are not independent.
   *
   * @param replicates the replicates of each condition
   * @param planned the independent ones of each condition
   * @param baseline those of the baseline that have a number
   * @param treatment those of the treatment that have a number
   * @param pairs those that have a number in both
   */
  public record Sizes(int replicates, int planned, int baseline, int treatment, int pairs) {

    Sizes of(int allReplicates) {
      return new Sizes(allReplicates, planned, baseline, treatment, pairs);
    }
  }

  /** What a test says of a metric under a treatment. Whether that is good depends on the metric. */
  public enum Verdict {
    /** It is higher than in the baseline. */
    HIGHER("higher"),
    /** It is lower than in the baseline. */
    LOWER("lower"),
    /** It differs; the verifier reports no {@code difference} that would say in which direction. */
    DIFFERENT("different"),
    /** The data do not show a difference, which does not show that there is none. */
    NO_EVIDENCE("no evidence"),
    /** The test has no p-value. */
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
