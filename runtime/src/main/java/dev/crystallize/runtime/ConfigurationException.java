package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Configurations cannot be run as they are. The message tells every mistake, each with its place.
 */
public final class ConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationProblem> problems;

  private ConfigurationException(String message, List<ConfigurationProblem> problems) {
    super(message);
    this.problems = problems;
  }

  static ConfigurationException of(List<Diagnostic> diagnostics) {
    List<ConfigurationProblem> problems =
        diagnostics.stream().sorted().map(ConfigurationProblem::of).toList();
    String message =
        problems.stream().map(ConfigurationProblem::text).collect(Collectors.joining("\n"));
    return new ConfigurationException(message, problems);
  }

  /**
   * The mistakes.
   *
   * @return at least one, sorted by experiment and place
   */
  public List<ConfigurationProblem> problems() {
    return problems;
  }
}
