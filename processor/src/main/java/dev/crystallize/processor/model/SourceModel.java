package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.DataSourceConfig;

/**
 * One entry of {@code datasource}.
 *
 * @param config the entry
 * @param origin where its data come from
 */
public record SourceModel(DataSourceConfig config, Origin origin) {

  /** Returns the alias by which steps read it. */
  public String alias() {
    return config.alias().value();
  }

  /** Returns whether what it names was found. */
  public boolean isFound() {
    return origin.isFound();
  }

  /** Where data come from. */
  public sealed interface Origin {

    /** Returns whether what it names was found. */
    boolean isFound();
  }

  /** A datasource method of this experiment. */
  public record FromMethod(Resolution<SourceMethod> method) implements Origin {
    @Override
    public boolean isFound() {
      return method.isFound();
    }
  }

  /**
   * An output of another experiment.
   *
   * @param experiment the qualified name of the other experiment's graph, to be asked of {@link
   *     Graph#experiment(String)}; silent if that experiment cannot be known
   * @param output the alias of its output; silent if the other experiment's outputs cannot be known
   */
  public record FromUpstream(Resolution<String> experiment, Resolution<String> output)
      implements Origin {
    @Override
    public boolean isFound() {
      return experiment.isFound() && output.isFound();
    }
  }
}
