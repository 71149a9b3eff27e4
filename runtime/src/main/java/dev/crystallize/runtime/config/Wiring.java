package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What of a configuration is compiled into code, as plain text: all but its values.
 *
 * @param name the name of the experiment
 * @param datasources alias to name or {@code experiment#alias}; empty if none are given
 * @param steps the steps in order with what they rebind, such as {@code
 *     save_model{model_blob=other_alias}}; empty if none are given
 * @param outputs alias to file name, writer, loader and kind
 * @param hypotheses verifier, name and metrics of each, in order
 */
public record Wiring(
    String name,
    Optional<SortedMap<String, String>> datasources,
    Optional<List<String>> steps,
    SortedMap<String, String> outputs,
    List<String> hypotheses) {

  private static final String FORMAT = "crystallize-wiring-1";

  /** Copies the lists. */
  public Wiring {
    steps = steps.map(List::copyOf);
    hypotheses = List.copyOf(hypotheses);
  }

  /**
   * Returns the wiring of a configuration. A parameter of a step counts if its value is an alias of
   * this configuration, since it may rebind an input or output.
   */
  public static Wiring of(ExperimentConfig config) {
    return new WiringReader(config).read();
  }

  /** Returns a text that is equal for equal wirings only; each item carries its length. */
  public String canonicalText() {
    StringBuilder text = new StringBuilder(FORMAT);
    append(text, "name", name);
    datasources.ifPresent(given -> append(text, "datasource", given));
    steps.ifPresent(given -> append(text, "steps", given));
    append(text, "outputs", outputs);
    append(text, "hypotheses", hypotheses);
    return text.toString();
  }

  private static void append(StringBuilder text, String key, Map<String, String> entries) {
    text.append('\n').append(key).append(' ').append(entries.size());
    entries.forEach((alias, what) -> append(text, alias, what));
  }

  private static void append(StringBuilder text, String key, List<String> items) {
    text.append('\n').append(key).append(' ').append(items.size());
    items.forEach(item -> append(text, "", item));
  }

  private static void append(StringBuilder text, String key, String item) {
    text.append('\n').append(key.length()).append(':').append(key);
    text.append(' ').append(item.length()).append(':').append(item);
  }
}
