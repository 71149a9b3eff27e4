package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.SnakeCase;
import java.util.Optional;

/**
 * The name of a method or parameter in YAML.
 *
 * @param java the name in Java
 * @param explicit the name that an annotation gives, taken as it is
 */
public record YamlName(String java, Optional<String> explicit) {

  /** Returns a name that only Java gives. */
  public static YamlName of(String java) {
    return new YamlName(java, Optional.empty());
  }

  /**
   * Returns the one spelling that everything written uses: the explicit name, else the Java name in
   * snake_case.
   */
  public String canonical() {
    return explicit.orElseGet(() -> SnakeCase.of(java));
  }

  /**
   * Returns whether YAML may call it so: as it is named, or by its Java name or snake_case form.
   */
  public boolean answersTo(String yaml) {
    return explicit
        .map(yaml::equals)
        .orElseGet(() -> yaml.equals(java) || yaml.equals(SnakeCase.of(java)));
  }
}
