package dev.crystallize.runtime;

/**
 * Code of a library that the configuration of any experiment may name, found as a service by {@link
 * ExperimentGraph#fromYaml}. Of what it lists, verifiers are used.
 */
public interface CodeProvider {

  /**
   * Lists the code.
   *
   * @param code where to list it
   */
  void list(CodeCatalog code);
}
