package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code hypotheses}.
 *
 * @param place where the entry starts
 * @param verifier the name of the verifier
 * @param name the name of the hypothesis, if it is given
 * @param metrics the groups of metrics it speaks of, one call of the verifier each; all metrics if
 *     it is not given
 * @param correction how p-values are corrected for the number of tests, one of {@link
 *     #CORRECTIONS}, if it is given
 * @param params the parameters of the verifier
 */
public record HypothesisConfig(
    Place place,
    Located<String> verifier,
    Optional<Located<String>> name,
    Optional<List<MetricGroup>> metrics,
    Optional<Located<String>> correction,
    List<Setting> params) {

  /** The corrections there are. */
  public static final List<String> CORRECTIONS = List.of("holm", "benjamini_hochberg", "none");

  /** Copies the parameters and groups. */
  public HypothesisConfig {
    metrics = metrics.map(List::copyOf);
    params = List.copyOf(params);
  }

  /** Metrics that one call of the verifier compares together; not empty. */
  public record MetricGroup(List<Located<String>> metrics) {
    /** Copies the names. */
    public MetricGroup {
      metrics = List.copyOf(metrics);
    }
  }
}
