package dev.crystallize.runtime;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An experiment that a reference names.
 *
 * @param name its name
 * @param node the node as it is wired now, which is there once all are
 * @param aliases the aliases of its outputs
 * @param outputs those of its outputs of which all is known, by alias
 */
record Upstream(
    String name,
    Supplier<ExperimentNode> node,
    List<String> aliases,
    Map<String, WiredOutput> outputs) {}
