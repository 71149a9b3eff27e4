package dev.crystallize.runtime;

/** Experiments and all they depend on. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"})
public final class ExperimentGraph {
  private ExperimentGraph() {}

  /** A graph. */
  public static ExperimentGraph of(ExperimentNode... nodes) {
    throw new UnsupportedOperationException(nodes.length + "");
  }

  /** Runs. */
  public GraphResult run() {
    return run(RunOptions.defaults());
  }

  /** Runs. */
  public GraphResult run(RunOptions options) {
    throw new UnsupportedOperationException(options.toString());
  }
}
