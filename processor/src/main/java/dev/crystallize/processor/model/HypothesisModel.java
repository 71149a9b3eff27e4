package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.Setting;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code hypotheses}.
 *
 * @param config the entry
 * @param verifier its verifier
 * @param ranker what ranks its treatments; unknown if that is {@code p_value}
 * @param fixed for the position of each parameter of the verifier that {@code params} sets, that
 *     setting
 * @param unknownSettings what {@code params} sets but the verifier does not read
 */
public record HypothesisModel(
    HypothesisConfig config,
    Resolution<VerifierMethod> verifier,
    Resolution<RankerMethod> ranker,
    Map<Integer, Setting> fixed,
    List<Setting> unknownSettings) {

  /** Copies the collections. */
  public HypothesisModel {
    fixed = Map.copyOf(fixed);
    unknownSettings = List.copyOf(unknownSettings);
  }

  /** Returns the name of the hypothesis: the given one, else that of its verifier. */
  public String name() {
    return config.name().orElse(config.verifier()).value();
  }
}
