package dev.crystallize.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decides which of several values a parameter has. */
final class Effective {

  private Effective() {}

  /**
   * The values in effect where a step, datasource or verifier runs, by parameter: its own map, else
   * the condition's treatment, else the baseline, else the default.
   */
  static Map<String, Given> values(NodeValues values, String condition, Declaration declaration) {
    Map<String, Given> effective = defaults(declaration);
    effective.putAll(values.baseline());
    effective.putAll(treatment(values, condition));
    effective.putAll(declaration.fixed());
    return Collections.unmodifiableMap(effective);
  }

  /** The values in effect where treatments have no say, as in a verifier. */
  static Map<String, Given> own(Declaration declaration) {
    Map<String, Given> effective = defaults(declaration);
    effective.putAll(declaration.fixed());
    return Collections.unmodifiableMap(effective);
  }

  private static Map<String, Given> defaults(Declaration declaration) {
    Map<String, Given> defaults = new LinkedHashMap<>();
    for (Slot<?> slot : declaration.params()) {
      slot.defaultValue().ifPresent(value -> defaults.put(slot.name(), Given.inCode(value)));
    }
    return defaults;
  }

  /** What a condition changes; nothing where the experiment only passes the condition on. */
  static Map<String, Given> treatment(NodeValues values, String condition) {
    return Optional.ofNullable(values.treatments().get(condition)).orElse(Map.of());
  }
}
