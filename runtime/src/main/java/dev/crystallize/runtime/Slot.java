package dev.crystallize.runtime;

/**
 * Stands for a value that each task will have: a parameter, a datasource or an input. Made while a
 * node is built, and given to {@link Context#get(Slot)} while it runs.
 *
 * @param <T> the value's type
 */
public final class Slot<T> {

  private final Kind kind;
  private final String name;

  Slot(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
  }

  /**
   * The parameter's key or the datasource's alias.
   *
   * @return the name as in {@code config.yaml}
   */
  public String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  @Override
  public String toString() {
    return name;
  }

  enum Kind {
    PARAM,
    SOURCE
  }
}
