package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ExperimentGraph;

/** Runs a graph from the command line. */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"})
public final class Launcher {

  private Launcher() {}

  /** Skeleton. */
  public static void main(ExperimentGraph graph, String[] args) {
    throw new UnsupportedOperationException(graph.toString() + args.length);
  }
}
