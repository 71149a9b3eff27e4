package dev.crystallize.runtime;

import java.util.Optional;

/**
 * A value that a run was asked to set. Where the experiment's name ends is known only with a graph.
 *
 * @param text {@code experiment.parameter}, and {@code =value} behind it unless the value is given
 * @param value the value, if it was given in Java
 */
record RunSetting(String text, Optional<Given> value) {

  /**
   * A value that was given in Java.
   *
   * @throws IllegalArgumentException if it is nothing that a configuration can hold, or the key
   *     names no experiment
   */
  static RunSetting of(String key, Object value) {
    if (key.indexOf('.') < 1) {
      throw new IllegalArgumentException(
          "a setting needs a key such as consumer.learning_rate, not '" + key + "'");
    }
    return new RunSetting(key, Optional.of(Given.inCode(value)));
  }

  /**
   * A value in the notation of YAML.
   *
   * @throws IllegalArgumentException if the text does not have the form of a setting
   */
  static RunSetting parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || text.indexOf('=', dot) < dot + 2) {
      // What stands behind it may be secret.
      String written = text.replaceFirst("(?s)=.+", "=...");
      throw new IllegalArgumentException(
          "a setting needs a parameter and a value, such as consumer.learning_rate=0.3, not '"
              + written
              + "'");
    }
    return new RunSetting(text, Optional.empty());
  }
}
