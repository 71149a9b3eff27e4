package dev.crystallize.runtime.config;

import java.util.List;

/**
 * One entry of {@code treatments}.
 *
 * @param name the treatment's name; may be {@code baseline}
 * @param settings the parameters it sets; empty if it is stated as null
 */
public record TreatmentConfig(Located<String> name, List<Setting> settings) {
  /** The name of the condition that no treatment is applied in. */
  public static final String BASELINE = "baseline";

  /** Copies the settings. */
  public TreatmentConfig {
    settings = List.copyOf(settings);
  }
}
