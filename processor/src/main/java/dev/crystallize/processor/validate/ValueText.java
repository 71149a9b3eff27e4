package dev.crystallize.processor.validate;

import dev.crystallize.runtime.config.Value;

/** Values of YAML as messages show them. */
final class ValueText {

  private ValueText() {}

  /** Returns a short text: scalars as they are, texts in quotes, the rest by what they are. */
  static String of(Value value) {
    if (value instanceof Value.Text text) {
      return '"' + text.text() + '"';
    }
    if (value instanceof Value.Items) {
      return "a list";
    }
    if (value instanceof Value.Fields) {
      return "a map";
    }
    return value instanceof Value.Null ? "nothing" : String.valueOf(value.toJava());
  }
}
