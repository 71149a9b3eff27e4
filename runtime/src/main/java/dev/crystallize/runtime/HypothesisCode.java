package dev.crystallize.runtime;

import java.util.List;

/**
 * A hypothesis of an experiment.
 *
 * @param name its name
 * @param verifier the verifier's canonical name
 * @param groups the metrics of each call of the verifier; none for one call with all metrics
 * @param declaration what the verifier declared
 * @param body what the verifier does
 */
record HypothesisCode(
    String name,
    String verifier,
    List<List<String>> groups,
    Declaration declaration,
    VerifierBody body) {

  HypothesisCode withDeclaration(Declaration changed) {
    return new HypothesisCode(name, verifier, groups, changed, body);
  }
}
