package dev.crystallize.runtime;

/** Where an experiment's data come from, under an alias. */
sealed interface Feed {

  /** The name by which steps read it. */
  String alias();

  /**
   * A datasource of its own.
   *
   * @param alias the name by which steps read it
   * @param name the datasource's canonical name
   * @param declaration what it declared
   * @param body what it does
   */
  record Own(String alias, String name, Declaration declaration, SourceBody<?> body)
      implements Feed {
    Own withDeclaration(Declaration changed) {
      return new Own(alias, name, changed, body);
    }
  }

  /**
   * An output of another experiment.
   *
   * @param alias the name by which steps read it
   * @param input the output
   * @param replaced whether it was put here afterwards, when no compiler knew what reads it
   */
  record Upstream(String alias, Input<?> input, boolean replaced) implements Feed {
    Upstream(String alias, Input<?> input) {
      this(alias, input, false);
    }
  }
}
