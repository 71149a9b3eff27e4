package dev.crystallize.runtime.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the results of tasks depend on, besides the artifacts they read.
 *
 * <p>Called from several threads.
 */
public interface TaskFingerprints {

  /** The kind of the definition under which a journal keeps {@link #base}. */
  String BASE = "fingerprint";

  /**
   * A digest of everything but the artifacts read. It is the same for every replicate; asked for
   * once for each condition, and only if it is needed.
   */
  String base(String experiment, String condition);

  /**
   * Whether an earlier task may stand in although its {@link #base} was another.
   *
   * @param experiment the experiment
   * @param condition the condition
   * @param before what the journal says held for the earlier task
   */
  default boolean accepts(String experiment, String condition, List<Definition> before) {
    return false;
  }

  /**
   * The whole fingerprint of a task.
   *
   * @param base what {@link #base} gave
   * @param inputs the SHA-256 in hexadecimal of each artifact it reads, by the input's alias
   * @return SHA-256 in hexadecimal
   */
  static String of(String base, Map<String, String> inputs) {
    StringBuilder text = new StringBuilder("crystallize-task-1\n").append(base);
    new TreeMap<>(inputs)
        .forEach((alias, sha256) -> text.append('\n').append(alias).append('\t').append(sha256));
    return Hashes.ofText(text.toString());
  }
}
