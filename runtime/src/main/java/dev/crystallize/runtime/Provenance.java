package dev.crystallize.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the results of one experiment come from. The same stands in {@code _provenance.json} of its
 * version folder. Environment variables and resources are never part of it.
 *
 * @param crystallize the version of this library
 * @param java the version of the JDK
 * @param vm the name of the virtual machine
 * @param os the operating system: name, version and architecture
 * @param commit the Git commit that was checked out, if the working directory lies in a repository
 * @param configuration SHA-256 of the configuration in effect, in hexadecimal
 * @param seed what all random numbers of the experiment derive from
 * @param options the options of the run, those that look secret as {@code (redacted)}
 * @param reads what it read of other experiments
 * @param start when its first task of the run began; the end if every task was taken over
 * @param end when its last task of the run ended
 * @param steps how long its steps took in this run, in the order of the pipeline
 * @param warnings what people should know before they trust the results, such as unseeded
 *     randomness
 */
public record Provenance(
    String crystallize,
    String java,
    String vm,
    String os,
    Optional<String> commit,
    String configuration,
    long seed,
    Map<String, String> options,
    List<Read> reads,
    Instant start,
    Instant end,
    List<StepTime> steps,
    List<String> warnings) {

  static final String FILE_NAME = "_provenance.json";

  /** Copies what could change. */
  public Provenance {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    reads = List.copyOf(reads);
    steps = List.copyOf(steps);
    warnings = List.copyOf(warnings);
  }

  /**
   * What was read of another experiment.
   *
   * @param experiment the other experiment
   * @param version its version folder, such as {@code v3}; several with commas
   * @param output the alias of the output
   * @param artifacts how many artifacts of that output were read
   * @param sha256 SHA-256 of the UTF-8 lines {@code <condition> <replicate> <SHA-256 of the
   *     artifact>}, each ended by a line feed, in the order of conditions and replicates; in
   *     hexadecimal
   */
  public record Read(
      String experiment, String version, String output, int artifacts, String sha256) {}

  /**
   * How long a step took.
   *
   * @param step the step's name
   * @param calls how often it returned
   * @param total the time of all calls together
   */
  public record StepTime(String step, long calls, Duration total) {}

  /**
   * All of this as one JSON document.
   *
   * @return the content of {@code _provenance.json}; times are UTC as ISO 8601, durations seconds
   */
  public String toJson() {
    return ProvenanceJson.PROVENANCE.json(this);
  }
}
