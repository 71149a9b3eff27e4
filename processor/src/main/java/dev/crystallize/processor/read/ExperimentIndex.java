package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.runtime.config.ConfigPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves references to experiments, by folder or declared name, and to their outputs. */
final class ExperimentIndex {

  private final Map<String, Set<String>> graphsByName = new LinkedHashMap<>();
  private final Map<String, Outputs> outputs = new LinkedHashMap<>();
  private final boolean namesKnown;

  /**
   * The outputs of an experiment.
   *
   * @param complete whether all are known
   */
  private record Outputs(List<String> aliases, boolean complete) {}

  /**
   * Makes an index.
   *
   * @param complete whether every experiment that may be meant is among these
   */
  ExperimentIndex(List<Draft> drafts, List<CompiledExperiment> compiled, boolean complete) {
    boolean known = complete;
    for (Draft draft : drafts) {
      add(draft.folder(), draft.graphClass());
      add(draft.file().config().name(), draft.graphClass());
      known &= !draft.file().isBroken(ConfigPart.NAME);
      List<String> aliases =
          draft.file().config().outputs().stream().map(output -> output.alias().value()).toList();
      outputs.putIfAbsent(
          draft.graphClass(), new Outputs(aliases, !draft.file().isBroken(ConfigPart.OUTPUTS)));
    }
    for (CompiledExperiment one : compiled) {
      add(one.folder(), one.graphClass());
      add(one.name(), one.graphClass());
      outputs.putIfAbsent(one.graphClass(), new Outputs(one.outputAliases(), !one.isBroken()));
    }
    this.namesKnown = known;
  }

  private void add(String name, String graphClass) {
    graphsByName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(graphClass);
  }

  /** Returns the qualified name of the graph of an experiment. */
  Resolution<String> experiment(String name) {
    List<String> found = List.copyOf(graphsByName.getOrDefault(name, Set.of()));
    if (found.size() == 1) {
      return new Resolution.Found<>(found.get(0));
    }
    if (!found.isEmpty()) {
      return new Resolution.Ambiguous<>(name, found);
    }
    return namesKnown
        ? new Resolution.Unknown<>(name, new ArrayList<>(graphsByName.keySet()))
        : new Resolution.Silent<>();
  }

  /** Returns the alias of an output of an experiment. */
  Resolution<String> output(Resolution<String> experiment, String alias) {
    if (experiment.found().isEmpty()) {
      return new Resolution.Silent<>();
    }
    Outputs known = outputs.getOrDefault(experiment.found().get(), new Outputs(List.of(), false));
    if (known.aliases().contains(alias)) {
      return new Resolution.Found<>(alias);
    }
    return known.complete()
        ? new Resolution.Unknown<>(alias, known.aliases())
        : new Resolution.Silent<>();
  }
}
