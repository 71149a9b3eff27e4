package dev.crystallize.runtime;

import java.util.Map;

/** The code of a verifier, which tests a hypothesis for one treatment. */
@FunctionalInterface
public interface VerifierBody {

  /**
   * Compares a treatment with the baseline.
   *
   * @param context gives the verifier's parameters and its random numbers
   * @param baseline the baseline's metrics
   * @param treatment the treatment's metrics
   * @return the findings by name, in order; {@code p_value} ranks the treatments, lowest first
   * @throws Exception whatever went wrong; it is reported and loses no other row
   */
  Map<String, ?> verify(Context context, Samples baseline, Samples treatment) throws Exception;
}
