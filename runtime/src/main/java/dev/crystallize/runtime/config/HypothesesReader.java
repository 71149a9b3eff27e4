package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code hypotheses}: a list of maps. */
final class HypothesesReader {

  private static final List<String> KEYS =
      List.of("verifier", "name", "metrics", "correction", "params");

  private final Scope scope;
  private final Scalars scalars;
  private final ValueReader values;

  HypothesesReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
    this.values = new ValueReader(scope);
  }

  List<HypothesisConfig> read(YamlNode node) {
    if (!(node instanceof Sequence sequence)) {
      scope.reportType(node, "'hypotheses'", "a list of hypotheses");
      return List.of();
    }
    List<HypothesisConfig> hypotheses = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (item instanceof Mapping mapping) {
        hypothesis(mapping).ifPresent(hypotheses::add);
      } else {
        scope.reportType(item, "a hypothesis", "a map with a verifier");
      }
    }
    return hypotheses;
  }

  private Optional<HypothesisConfig> hypothesis(Mapping mapping) {
    Keys keys = Keys.check(mapping, KEYS, "a hypothesis", scope);
    Optional<YamlNode> verifier = keys.get("verifier");
    if (keys.lacks("verifier")) {
      scope.report(Message.MISSING_KEY, mapping.place(), "the hypothesis", "verifier");
    }
    Optional<Located<String>> name =
        keys.get("name").flatMap(node -> scalars.name(node, "the name of a hypothesis"));
    Optional<List<MetricGroup>> metrics = keys.get("metrics").map(this::metrics);
    Optional<Located<String>> correction = keys.get("correction").flatMap(this::correction);
    List<Setting> params = keys.get("params").map(this::params).orElse(List.of());
    return verifier
        .flatMap(node -> scalars.name(node, "'verifier'"))
        .map(
            found ->
                new HypothesisConfig(mapping.place(), found, name, metrics, correction, params));
  }

  private Optional<Located<String>> correction(YamlNode node) {
    if (node instanceof Scalar scalar && HypothesisConfig.CORRECTIONS.contains(scalar.text())) {
      return Optional.of(new Located<>(scalar.text(), scalar.place()));
    }
    if (node.isSound()) {
      scope.reportType(
          node, "'correction'", "one of " + String.join(", ", HypothesisConfig.CORRECTIONS));
    }
    return Optional.empty();
  }

  private List<Setting> params(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return values.settings(mapping);
    }
    scope.reportType(node, "'params'", "a map of parameters");
    return List.of();
  }

  /** A name, a list of names, which is one group, or a list of lists of names. */
  private List<MetricGroup> metrics(YamlNode node) {
    if (node instanceof Scalar) {
      return group(List.of(node));
    }
    if (!(node instanceof Sequence sequence) || sequence.items().isEmpty()) {
      scope.reportType(node, "'metrics'", "a name, a list of names or a list of such lists");
      return List.of();
    }
    if (!(sequence.items().get(0) instanceof Sequence)) {
      return group(sequence.items());
    }
    List<MetricGroup> groups = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (item instanceof Sequence inner && !inner.items().isEmpty()) {
        groups.addAll(group(inner.items()));
      } else {
        scope.reportType(item, "a group of metrics", "a list of names, like the first");
      }
    }
    return groups;
  }

  private List<MetricGroup> group(List<YamlNode> nodes) {
    List<Located<String>> names = new ArrayList<>();
    for (YamlNode node : nodes) {
      scalars.name(node, "a metric").ifPresent(names::add);
    }
    return names.isEmpty() ? List.of() : List.of(new MetricGroup(names));
  }
}
