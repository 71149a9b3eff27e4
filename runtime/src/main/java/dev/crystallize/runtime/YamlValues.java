package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.FailureConfig;
import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.StepConfig;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts the values of a configuration into a node whose wiring is that of the configuration. */
final class YamlValues {

  private final ExperimentNode node;
  private final ExperimentConfig config;
  private final ConfigFile file;
  private final Set<String> keys = new HashSet<>();

  private YamlValues(ExperimentNode node, ConfigFile file) {
    this.node = node;
    this.config = file.config();
    this.file = file;
    node.steps().forEach(step -> addKeys(step.declaration()));
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        addKeys(own.declaration());
      }
    }
    NodeResources.all(node).forEach(resource -> addKeys(resource.declaration()));
  }

  private void addKeys(Declaration declaration) {
    declaration.params().forEach(slot -> keys.add(slot.name()));
  }

  /** Returns the node with the values of the file. */
  static ExperimentNode into(ExperimentNode node, ConfigFile file) {
    YamlValues values = new YamlValues(node, file);
    return node.with(node.feeds(), values.steps(), values.hypotheses(), values.values());
  }

  private NodeValues values() {
    Map<String, Given> baseline = Map.of();
    Map<String, Map<String, Given>> treatments = new LinkedHashMap<>();
    for (TreatmentConfig treatment : config.treatments()) {
      Map<String, Given> given = canonical(treatment.settings(), keys);
      if (treatment.name().value().equals(Conditions.BASELINE)) {
        baseline = given;
      } else {
        treatments.put(treatment.name().value(), given);
      }
    }
    Optional<Integer> replicates = config.replicates().map(Located::value);
    return new NodeValues(
        config.description().map(Located::value).orElse(""),
        replicates.map(OptionalInt::of).orElse(OptionalInt.empty()),
        config.seed().map(Located::value).orElse(0L),
        baseline,
        treatments,
        FailureSettings.of(config.failures()),
        config.cli(),
        Optional.of(file),
        node.values().keys());
  }

  private List<StepCode> steps() {
    List<StepConfig> configs = config.steps().map(Located::value).orElse(List.of());
    List<StepCode> steps = new ArrayList<>();
    for (int i = 0; i < node.steps().size(); i++) {
      StepCode step = node.steps().get(i);
      Optional<StepConfig> given =
          i < configs.size() ? Optional.of(configs.get(i)) : Optional.empty();
      List<Setting> settings = given.map(StepConfig::settings).orElse(List.of());
      FailureConfig failures = given.map(StepConfig::failures).orElse(FailureConfig.NONE);
      steps.add(
          step.withDeclaration(
              withFixed(step.declaration(), settings).withFailures(FailureSettings.of(failures))));
    }
    return steps;
  }

  private List<HypothesisCode> hypotheses() {
    List<HypothesisCode> hypotheses = new ArrayList<>();
    for (int i = 0; i < node.hypotheses().size(); i++) {
      HypothesisCode code = node.hypotheses().get(i);
      List<HypothesisConfig> configs = config.hypotheses();
      List<Setting> params = i < configs.size() ? configs.get(i).params() : List.of();
      Correction correction =
          i < configs.size() ? Correction.of(configs.get(i)) : code.correction();
      hypotheses.add(code.withValues(correction, withFixed(code.declaration(), params)));
    }
    return hypotheses;
  }

  private static Declaration withFixed(Declaration declaration, List<Setting> settings) {
    Set<String> own = new HashSet<>();
    declaration.params().forEach(slot -> own.add(slot.name()));
    own.addAll(declaration.bound().keySet());
    Map<String, Given> fixed = canonical(settings, own);
    fixed.keySet().removeAll(declaration.bound().keySet());
    return declaration.withFixed(fixed);
  }

  /** YAML may spell a parameter like the Java name it has. */
  private static Map<String, Given> canonical(List<Setting> settings, Set<String> known) {
    Map<String, Given> given = new LinkedHashMap<>();
    Given.inYaml(settings)
        .forEach(
            (key, value) -> {
              String snake = SnakeCase.of(key);
              given.put(!known.contains(key) && known.contains(snake) ? snake : key, value);
            });
    return given;
  }
}
