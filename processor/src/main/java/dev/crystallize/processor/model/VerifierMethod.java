package dev.crystallize.processor.model;

import java.util.List;

/**
 * A {@code @Verifier} method.
 *
 * @param method the method
 * @param parameters its parameters in order
 * @param result what it returns
 * @param wellFormed whether it has the allowed shape
 */
public record VerifierMethod(
    MethodModel method, List<ParameterModel> parameters, Result result, boolean wellFormed) {

  /** The class of the statistics module that holds those that are ready. */
  public static final String LIBRARY = "dev.crystallize.stats.Verifiers";

  /** Copies the list. */
  public VerifierMethod {
    parameters = List.copyOf(parameters);
  }

  /** Returns whether it is one of those that are ready, which test one metric at a time. */
  public boolean isReady() {
    return method.owner().getQualifiedName().contentEquals(LIBRARY);
  }

  /** What a verifier returns. */
  public enum Result {
    /** {@code Map<String, Object>}. */
    MAP,
    /** A record, whose components are the result. */
    RECORD,
    /** Anything else. */
    OTHER
  }
}
