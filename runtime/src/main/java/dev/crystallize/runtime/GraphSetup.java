package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The experiments of a run with the values they have now.
 *
 * @param nodes the experiments by name
 * @param compiledValues the experiments that run with the values they were compiled with, because
 *     their configuration was not found
 */
record GraphSetup(Map<String, ExperimentNode> nodes, List<String> compiledValues) {

  /** Experiments that take their values from nowhere else. */
  static GraphSetup asTheyAre(Map<String, ExperimentNode> nodes) {
    List<Diagnostic> wrong = new ArrayList<>();
    nodes.values().forEach(node -> wrong.addAll(ValueRules.check(node)));
    wrong.addAll(NodeGraph.missingArtifacts(nodes));
    refuse(wrong);
    return new GraphSetup(nodes, List.of());
  }

  /**
   * Opens the configurations again.
   *
   * @throws ConfigurationException if the wiring has changed or a value is wrong
   */
  static GraphSetup current(Collection<ExperimentNode> nodes, ConfigFiles files) {
    Map<String, ExperimentNode> current = new LinkedHashMap<>();
    List<String> compiled = new ArrayList<>();
    List<Diagnostic> wrong = new ArrayList<>();
    for (ExperimentNode node : nodes) {
      Optional<ConfigFile> file = node.origin().flatMap(files::read);
      if (file.isEmpty()) {
        current.put(node.name(), node);
        if (node.origin().flatMap(Origin::resources).isPresent()) {
          compiled.add(node.name());
        }
      } else {
        current.put(node.name(), refreshed(node, file.get(), wrong));
      }
    }
    refuse(wrong);
    return new GraphSetup(asTheyAre(current).nodes(), compiled);
  }

  private static ExperimentNode refreshed(
      ExperimentNode node, ConfigFile file, List<Diagnostic> wrong) {
    List<Diagnostic> reported = new ArrayList<>(file.diagnostics());
    if (errors(reported).isEmpty()) {
      reported.addAll(WiringCheck.check(node, node.origin().orElseThrow(), file));
    }
    wrong.addAll(reported);
    return errors(reported).isEmpty() ? YamlValues.into(node, file) : node;
  }

  static void refuse(List<Diagnostic> found) {
    List<Diagnostic> errors = errors(found);
    if (!errors.isEmpty()) {
      throw ConfigurationException.of(errors);
    }
  }

  static List<Diagnostic> errors(List<Diagnostic> found) {
    return found.stream().filter(each -> each.kind() == DiagnosticKind.ERROR).toList();
  }
}
