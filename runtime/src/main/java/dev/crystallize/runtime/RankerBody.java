package dev.crystallize.runtime;

import java.util.Map;

/** The code of a ranker, which ranks the treatments of a hypothesis instead of its p-value. */
@FunctionalInterface
public interface RankerBody {

  /**
   * Weighs one treatment.
   *
   * @param findings what the verifier found, by name
   * @return any number; the treatment with the lowest comes first, and NaN last
   * @throws Exception whatever went wrong; it is reported and loses no row
   */
  double rank(Map<String, Object> findings) throws Exception;
}
