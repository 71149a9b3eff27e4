package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code steps}: a list of names, or of maps of one name to its parameters. */
final class StepsReader {

  private static final String FORM = "a name, or one name with a map of its parameters";

  private final Scope scope;
  private final Scalars scalars;
  private final ValueReader values;

  StepsReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
    this.values = new ValueReader(scope);
  }

  Optional<Located<List<StepConfig>>> read(YamlNode node) {
    if (!(node instanceof Sequence sequence)) {
      scope.reportType(node, "'steps'", "a list of steps");
      return Optional.empty();
    }
    if (sequence.items().isEmpty()) {
      scope.report(
          Message.TYPE, node.place(), "'steps'", "a list of at least one step", "an empty list");
      return Optional.empty();
    }
    List<StepConfig> steps = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      step(item).ifPresent(steps::add);
    }
    return Optional.of(new Located<>(steps, node.place()));
  }

  private Optional<StepConfig> step(YamlNode node) {
    if (node instanceof Scalar) {
      return scalars
          .name(node, "a step")
          .map(name -> new StepConfig(name, List.of(), FailureConfig.NONE));
    }
    if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      scope.reportType(node, "a step", FORM);
      return Optional.empty();
    }
    Entry first = mapping.entries().get(0);
    if (mapping.entries().size() > 1) {
      Scalar second = mapping.entries().get(1).key();
      scope.report(Message.STEP_OF_SEVERAL_KEYS, second.place(), first.key().text(), second.text());
    }
    Located<String> name = scalars.key(first.key(), "a step");
    return Optional.of(withParameters(name, first.value()));
  }

  private StepConfig withParameters(Located<String> name, YamlNode node) {
    if (node instanceof Scalar scalar && scalar.type() == CoreType.NULL) {
      return new StepConfig(name, List.of(), FailureConfig.NONE);
    }
    if (!(node instanceof Mapping mapping)) {
      scope.reportType(
          node, "what follows the step '" + name.value() + "'", "a map of its parameters");
      return new StepConfig(name, List.of(), FailureConfig.NONE);
    }
    List<Setting> settings = new ArrayList<>();
    for (Setting setting : values.settings(mapping)) {
      if (!FailureReader.KEYS.contains(setting.key().value())) {
        settings.add(setting);
      }
    }
    return new StepConfig(name, settings, failures(mapping));
  }

  private FailureConfig failures(Mapping mapping) {
    Keys keys = Keys.of(mapping);
    return new FailureReader(scope)
        .read(keys.get("retries"), keys.get("backoff"), keys.get("timeout"));
  }
}
