package dev.crystallize.runtime;

import java.util.function.Supplier;

/**
 * A typed reference to an output of an experiment, such as the constant {@code SUMMARY} of a
 * generated class.
 *
 * @param <T> what the output's loader gives
 */
public final class ArtifactRef<T> {

  private final Supplier<ExperimentNode> node;
  private final String alias;
  private final ArtifactLoader<T> loader;

  private ArtifactRef(Supplier<ExperimentNode> node, String alias, ArtifactLoader<T> loader) {
    this.node = node;
    this.alias = alias;
    this.loader = loader;
  }

  /**
   * A reference to an output.
   *
   * @param node the experiment that writes it; asked only when a graph is put together
   * @param alias the output's alias
   * @param loader how it is read
   * @return the reference
   */
  public static <T> ArtifactRef<T> of(
      Supplier<ExperimentNode> node, String alias, ArtifactLoader<T> loader) {
    return new ArtifactRef<>(node, alias, loader);
  }

  /**
   * The output's alias.
   *
   * @return the alias as in {@code config.yaml}
   */
  public String alias() {
    return alias;
  }

  /**
   * This output as the input of another experiment, which follows the condition: a treatment that
   * the upstream runs is read from the same treatment, any other from its baseline.
   *
   * @return the input
   */
  public Input<T> input() {
    return Input.of(node, alias, loader);
  }

  Supplier<ExperimentNode> node() {
    return node;
  }

  ArtifactLoader<T> loader() {
    return loader;
  }

  @Override
  public String toString() {
    return alias;
  }
}
