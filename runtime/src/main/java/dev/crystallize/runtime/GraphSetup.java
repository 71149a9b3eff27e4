package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The experiments of a run with the values they have now.
 *
 * @param nodes the experiments by name
 * @param compiledValues the experiments that run with the values they were compiled with, because
 *     their configuration was not found
 * @param settings what was set for this run alone, as it is told afterwards
 * @param set the experiments in which something was set for this run alone
 */
record GraphSetup(
    Map<String, ExperimentNode> nodes,
    List<String> compiledValues,
    Map<String, String> settings,
    Set<String> set) {

  /** Experiments that take their values from nowhere else. */
  static GraphSetup asTheyAre(Map<String, ExperimentNode> nodes) {
    List<Diagnostic> wrong = new ArrayList<>();
    nodes.values().forEach(node -> wrong.addAll(ValueRules.check(node)));
    wrong.addAll(NodeGraph.missingArtifacts(nodes));
    refuse(wrong);
    return new GraphSetup(nodes, List.of(), Map.of(), Set.of());
  }

  /**
   * Puts values in place of those that the configurations give.
   *
   * @throws SettingException if an experiment or parameter is not there, a value does not fit, or
   *     one is set twice
   */
  GraphSetup with(List<RunSetting> wanted) {
    Map<String, ExperimentNode> changed = new LinkedHashMap<>(nodes);
    Map<String, String> told = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>();
    for (RunSettings.Setting setting : RunSettings.read(wanted, nodes)) {
      SetNode node = SetNode.of(node(changed, setting.experiment()), setting);
      String key = setting.experiment() + "." + node.param();
      if (told.put("set " + key, setting.told()) != null) {
        throw new SettingException("--set sets '" + key + "' twice");
      }
      changed.put(setting.experiment(), node.changed());
      names.add(setting.experiment());
    }
    return new GraphSetup(changed, compiledValues, told, names);
  }

  /** Returns whether something was set in an experiment, or in one that it depends on. */
  boolean isSet(String experiment) {
    return !set.isEmpty()
        && NodeGraph.reachable(List.of(node(nodes, experiment))).keySet().stream()
            .anyMatch(set::contains);
  }

  private static ExperimentNode node(Map<String, ExperimentNode> nodes, String name) {
    return Objects.requireNonNull(nodes.get(name), name);
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
    return new GraphSetup(asTheyAre(current).nodes(), compiled, Map.of(), Set.of());
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
