package dev.crystallize.runtime.config;

/** What an alias under {@code datasource} stands for. */
public sealed interface SourceTarget {

  /** Returns where the target stands. */
  Place place();

  /**
   * A datasource method.
   *
   * @param name its name in YAML
   */
  record Named(Located<String> name) implements SourceTarget {
    @Override
    public Place place() {
      return name.place();
    }
  }

  /**
   * An output of another experiment: {@code experiment#alias}, split at the first {@code #}.
   *
   * @param place where the reference starts
   * @param experiment the folder or the declared name of the experiment; not empty
   * @param alias the alias of its output; not empty
   */
  record Reference(Place place, String experiment, String alias) implements SourceTarget {}
}
