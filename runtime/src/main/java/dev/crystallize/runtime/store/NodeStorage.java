package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;

/**
 * What the store writes down of an experiment besides its tasks.
 *
 * @param experiment the experiment's name
 * @param outputs what each task writes, in declared order
 * @param seed the seed in effect
 * @param configurationDigest SHA-256 in hexadecimal of the configuration in effect
 * @param asConfigured whether values and seed are those of the configuration, none of them set for
 *     this run alone; only then can a version be full
 * @param definitions what to write once of each condition, such as its parameter values; a
 *     condition may be absent
 * @param closing makes further files from the results when the version ends
 */
public record NodeStorage(
    String experiment,
    List<StoredOutput> outputs,
    long seed,
    String configurationDigest,
    boolean asConfigured,
    Map<String, List<Definition>> definitions,
    ClosingFiles closing) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the experiment's name could lead out of the data folder
   */
  public NodeStorage {
    SafeNames.require("experiment", experiment);
    outputs = List.copyOf(outputs);
    definitions = Map.copyOf(definitions);
  }

  /** Without further files. */
  public NodeStorage(
      String experiment,
      List<StoredOutput> outputs,
      long seed,
      String configurationDigest,
      boolean asConfigured,
      Map<String, List<Definition>> definitions) {
    this(
        experiment,
        outputs,
        seed,
        configurationDigest,
        asConfigured,
        definitions,
        ClosingFiles.NONE);
  }

  /** The same with further files. */
  public NodeStorage withClosing(ClosingFiles files) {
    return new NodeStorage(
        experiment, outputs, seed, configurationDigest, asConfigured, definitions, files);
  }
}
