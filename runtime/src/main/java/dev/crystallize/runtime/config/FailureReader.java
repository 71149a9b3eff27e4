package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/** Reads {@code retries}, {@code backoff} and {@code timeout}, of an experiment or of a step. */
final class FailureReader {

  static final List<String> KEYS = List.of("retries", "backoff", "timeout");

  private final Scope scope;
  private final Scalars scalars;
  private final DurationReader durations;

  FailureReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
    this.durations = new DurationReader(scope);
  }

  FailureConfig read(
      Optional<YamlNode> retries, Optional<YamlNode> backoff, Optional<YamlNode> timeout) {
    return new FailureConfig(
        retries.flatMap(this::retries),
        backoff.flatMap(node -> durations.read(node, "'backoff'", false)),
        timeout.flatMap(node -> durations.read(node, "'timeout'", true)));
  }

  private Optional<Located<Integer>> retries(YamlNode node) {
    Optional<Located<Integer>> read = scalars.integer(node, "'retries'");
    if (read.isPresent() && read.get().value() < 0) {
      scope.reportType(node, "'retries'", "0 or more");
      return Optional.empty();
    }
    return read;
  }
}
