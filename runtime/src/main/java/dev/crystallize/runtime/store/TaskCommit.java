package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an attempt at a task leaves behind.
 *
 * @param condition the place of its condition among the experiment's
 * @param replicate its replicate
 * @param attempt which attempt it was, from 1
 * @param measures what it measured
 * @param files its outputs, each written to its end
 * @param microseconds how long each step took, in order
 * @param fingerprint what its results depend on, where that is known
 * @param reads the versions it read, by experiment
 */
public record TaskCommit(
    int condition,
    int replicate,
    int attempt,
    TaskMeasures measures,
    List<StagedFile> files,
    Map<String, Long> microseconds,
    Optional<Fingerprinted> fingerprint,
    Map<String, Integer> reads) {

  /**
   * What its results depend on.
   *
   * @param base everything but what it reads; written once of each condition
   * @param sha256 all of it
   */
  public record Fingerprinted(String base, String sha256) {}

  /** Copies the list. */
  public TaskCommit {
    files = List.copyOf(files);
  }
}
