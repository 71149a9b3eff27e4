package dev.crystallize.runtime;

/**
 * Stands for an output that each task writes. Made by {@link StepSpec#output} and given to {@link
 * Context#output}.
 *
 * @param <T> what the output's writer takes
 */
@SuppressWarnings("UnusedTypeParameter") // types the handle that Context.output gives for it
public final class OutputSlot<T> {

  private final String alias;

  OutputSlot(String alias) {
    this.alias = alias;
  }

  /**
   * The output's alias.
   *
   * @return the alias as in {@code config.yaml}
   */
  public String alias() {
    return alias;
  }

  @Override
  public String toString() {
    return alias;
  }
}
