package dev.crystallize.runtime.config;

import java.util.Optional;

/** Keys that no parameter can have. */
public final class ReservedKeys {

  private ReservedKeys() {}

  /** Returns why no parameter can have this key, in words that follow a colon; empty if it can. */
  public static Optional<String> reasonAgainst(String key) {
    return switch (key) {
      case "experiment", "condition", "replicate", "seed" ->
          Optional.of("every task is given it; take a Context and ask it");
      case "retries", "backoff", "timeout" ->
          Optional.of("in a step's map it says what to do when the step fails or hangs");
      default -> Optional.empty();
    };
  }
}
