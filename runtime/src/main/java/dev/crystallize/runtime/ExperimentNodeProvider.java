package dev.crystallize.runtime;

/**
 * Finds generated nodes at run time. Every generated graph implements it and is listed as a
 * service; a named module lists its own with {@code provides}.
 */
public interface ExperimentNodeProvider {

  /**
   * The node of the graph.
   *
   * @return always the same node
   */
  ExperimentNode provide();
}
