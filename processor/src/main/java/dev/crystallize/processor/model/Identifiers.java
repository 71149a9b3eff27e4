package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.SnakeCase;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java names made from the names of experiments, treatments, outputs, steps and metrics. */
public final class Identifiers {

  /** Methods without parameters that every object has. */
  private static final Set<String> OBJECT_METHODS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private Identifiers() {}

  /** Returns the name of a method or variable: {@code high_lr} and {@code high-lr} give highLr. */
  public static String camelCase(String name) {
    StringBuilder result = new StringBuilder(name.length());
    boolean capital = false;
    for (int c : SnakeCase.of(name).codePoints().toArray()) {
      if (c == '_' || c == '-' || c == ' ') {
        capital = !result.isEmpty();
      } else if (capital) {
        result.appendCodePoint(Character.toUpperCase(part(c)));
        capital = false;
      } else {
        result.appendCodePoint(part(c));
      }
    }
    return legal(result.toString());
  }

  /** Returns the name of a constant: {@code learning-rate} gives LEARNING_RATE. */
  public static String upperSnakeCase(String name) {
    StringBuilder result = new StringBuilder(name.length());
    SnakeCase.of(name).codePoints().map(Identifiers::part).forEach(result::appendCodePoint);
    return legal(result.toString().toUpperCase(Locale.ROOT));
  }

  private static int part(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c) ? c : '_';
  }

  private static String legal(String name) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
      return legal("_" + name);
    }
    boolean taken =
        SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || OBJECT_METHODS.contains(name);
    return taken ? name + "_" : name;
  }
}
