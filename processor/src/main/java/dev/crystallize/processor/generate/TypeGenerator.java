package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import java.io.IOException;
import java.util.Optional;

/** Writes the generated types of an experiment through the compiler's filer. */
public interface TypeGenerator {

  /** What to write. */
  enum Part {
    /** The graph with the node inside: every type in the signatures is known. */
    WHOLE,
    /**
     * The graph alone, whose node is the package-private {@code <Name>Node} of the next round: some
     * type in a signature does not exist yet.
     */
    GRAPH,
    /** That {@code <Name>Node}. */
    NODE
  }

  /**
   * Writes one file.
   *
   * @param graph all experiments, for what the experiment reads from
   * @param experiment whose types to write
   * @param part which of them
   * @param broken the message that the bodies throw, if something was reported
   * @throws IOException if the file cannot be written
   */
  void generate(Graph graph, ExperimentModel experiment, Part part, Optional<String> broken)
      throws IOException;
}
