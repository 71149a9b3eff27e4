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
  /** Copies the list. */
  public VerifierMethod {
    parameters = List.copyOf(parameters);
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
