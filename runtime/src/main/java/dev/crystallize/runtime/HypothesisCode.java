package dev.crystallize.runtime;

import java.util.List;
import java.util.Optional;

/**
 * A hypothesis of an experiment.
 *
 * @param name its name
 * @param verifier the verifier's canonical name
 * @param groups the metrics of each call of the verifier; none for one call with all metrics
 * @param correction how p-values are corrected for the number of tests
 * @param declaration what the verifier declared
 * @param body what the verifier does
 * @param ranker what ranks the treatments, if that is not {@code p_value}
 */
record HypothesisCode(
    String name,
    String verifier,
    List<List<String>> groups,
    Correction correction,
    Declaration declaration,
    VerifierBody body,
    Optional<RankerCode> ranker) {

  HypothesisCode withValues(Correction changedCorrection, Declaration changedDeclaration) {
    return new HypothesisCode(
        name, verifier, groups, changedCorrection, changedDeclaration, body, ranker);
  }
}
