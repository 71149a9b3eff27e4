package dev.crystallize.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An experiment that a reference names.
 *
 * @param code the node as it was compiled
 * @param node the node as it is wired now, which is there once all are
 * @param outputs the aliases of its outputs
 */
record Upstream(ExperimentNode code, Supplier<ExperimentNode> node, List<String> outputs) {

  /** Returns the loader of an output that a compiled step writes. */
  Optional<ArtifactLoader<?>> loader(String alias) {
    return code.steps().stream()
        .flatMap(step -> step.declaration().outputs().stream())
        .filter(output -> output.alias().equals(alias))
        .findFirst()
        .map(OutputCode::loader);
  }
}
