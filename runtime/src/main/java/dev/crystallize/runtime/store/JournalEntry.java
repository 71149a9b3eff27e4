package dev.crystallize.runtime.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One line of a journal. */
public sealed interface JournalEntry {

  /**
   * A run takes the version over; the last header of a journal counts.
   *
   * @param experiment the experiment's name
   * @param run the lease of the run that owns the version from here on
   * @param configurationDigest SHA-256 in hexadecimal of the configuration in effect
   * @param seed the seed in effect
   * @param replicates how many replicates the run gives each condition
   * @param conditions the conditions of the run, in order
   * @param configuredReplicates how many replicates the configuration asks for
   * @param configuredConditions the conditions that the configuration materialises, in order
   * @param asConfigured whether values and seed are the configuration's
   * @param outputs what each task writes
   * @param clusters the clusters of the first replicates, which repeat, where replicates are not
   *     independent of each other; else none
   */
  record Header(
      String experiment,
      String run,
      String configurationDigest,
      long seed,
      int replicates,
      List<String> conditions,
      int configuredReplicates,
      List<String> configuredConditions,
      boolean asConfigured,
      List<StoredOutput> outputs,
      List<Integer> clusters)
      implements JournalEntry {
    /** Copies the lists. */
    public Header {
      clusters = List.copyOf(clusters);
      conditions = List.copyOf(conditions);
      configuredConditions = List.copyOf(configuredConditions);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * A value that later lines refer to.
   *
   * @param number what they call it, from 0
   * @param definition the value
   */
  record Define(int number, Definition definition) implements JournalEntry {}

  /**
   * A committed task.
   *
   * @param condition its condition
   * @param replicate its replicate
   * @param attempt the attempt that was committed, from 1
   * @param measures what it measured
   * @param artifacts what it wrote
   * @param fingerprint what its results depend on, as SHA-256 in hexadecimal, where it was taken
   * @param reads the versions it read, by experiment
   * @param uses the numbers of the definitions that hold for it
   * @param microseconds how long each step took, in order
   * @param from the version it was taken over from; empty if it ran in this one
   */
  record Committed(
      String condition,
      int replicate,
      int attempt,
      TaskMeasures measures,
      List<ArtifactEntry> artifacts,
      Optional<String> fingerprint,
      Map<String, Integer> reads,
      List<Integer> uses,
      Map<String, Long> microseconds,
      OptionalInt from)
      implements JournalEntry {
    /** Copies the collections; the durations keep their order. */
    public Committed {
      artifacts = List.copyOf(artifacts);
      reads = Map.copyOf(reads);
      uses = List.copyOf(uses);
      microseconds = wellFormed(microseconds);
    }

    private static Map<String, Long> wellFormed(Map<String, Long> microseconds) {
      if (microseconds.isEmpty()) {
        return Map.of();
      }
      Map<String, Long> durations = new LinkedHashMap<>();
      microseconds.forEach((step, took) -> durations.put(WellFormed.text(step), took));
      return Collections.unmodifiableMap(durations);
    }
  }

  /**
   * A committed artifact.
   *
   * @param output the output's alias
   * @param size its size in bytes; of a directory, that of its files together
   * @param sha256 the SHA-256 of its content in hexadecimal
   * @param modified when its file was written, in milliseconds since 1970, or the stamp of a
   *     directory: what has this size and time is taken for unchanged without reading it
   */
  record ArtifactEntry(String output, long size, String sha256, long modified) {}

  /**
   * A failed task.
   *
   * @param condition its condition
   * @param replicate its replicate
   * @param attempt the attempt that failed last, from 1
   * @param step the step it was in; empty if none had begun
   * @param exceptionClass the name of the exception's class
   * @param message its message
   */
  record Failed(
      String condition,
      int replicate,
      int attempt,
      Optional<String> step,
      String exceptionClass,
      String message)
      implements JournalEntry {
    /** Puts a question mark for what has no form in UTF-8: users' messages may be anything. */
    public Failed {
      step = step.map(WellFormed::text);
      exceptionClass = WellFormed.text(exceptionClass);
      message = WellFormed.text(message);
    }
  }

  /**
   * Every task of the run has ended and every file derived from the journal is written.
   *
   * @param full whether everything that the configuration asks for is committed, so that the
   *     version never changes again
   */
  record End(boolean full) implements JournalEntry {}
}
