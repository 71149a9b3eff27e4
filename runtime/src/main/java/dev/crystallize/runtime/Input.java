package dev.crystallize.runtime;

import java.util.function.Supplier;

/**
 * An upstream experiment's output as another experiment reads it.
 *
 * @param <T> what the reader gets
 */
public final class Input<T> {

  private final Supplier<ExperimentNode> upstream;
  private final String alias;
  private final ArtifactLoader<T> loader;

  private Input(Supplier<ExperimentNode> upstream, String alias, ArtifactLoader<T> loader) {
    this.upstream = upstream;
    this.alias = alias;
    this.loader = loader;
  }

  /**
   * An input that is read through a loader.
   *
   * @param upstream the experiment that writes the output; asked only when a graph is put together
   * @param alias the output's alias
   * @param loader how it is read
   * @return the input
   */
  public static <T> Input<T> of(
      Supplier<ExperimentNode> upstream, String alias, ArtifactLoader<T> loader) {
    return new Input<>(upstream, alias, loader);
  }

  /**
   * The output's alias in the upstream experiment.
   *
   * @return the alias as in {@code config.yaml}
   */
  public String alias() {
    return alias;
  }

  Supplier<ExperimentNode> upstream() {
    return upstream;
  }

  ArtifactLoader<T> loader() {
    return loader;
  }
}
