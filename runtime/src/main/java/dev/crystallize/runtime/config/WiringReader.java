package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.HypothesisConfig.MetricGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the wiring out of one configuration. */
final class WiringReader {

  private final ExperimentConfig config;
  private final Set<String> aliases = new HashSet<>();

  WiringReader(ExperimentConfig config) {
    this.config = config;
    config.outputs().forEach(output -> aliases.add(output.alias().value()));
    config
        .datasource()
        .ifPresent(given -> given.value().forEach(source -> aliases.add(source.alias().value())));
  }

  Wiring read() {
    return new Wiring(
        config.name(),
        config.datasource().map(given -> datasources(given.value())),
        config.steps().map(given -> steps(given.value())),
        outputs(),
        hypotheses());
  }

  private static SortedMap<String, String> datasources(List<DataSourceConfig> sources) {
    SortedMap<String, String> result = new TreeMap<>();
    for (DataSourceConfig source : sources) {
      SourceTarget target = source.target();
      String text =
          target instanceof SourceTarget.Reference reference
              ? reference.experiment() + '#' + reference.alias()
              : ((SourceTarget.Named) target).name().value();
      result.put(source.alias().value(), text);
    }
    return result;
  }

  private List<String> steps(List<StepConfig> steps) {
    List<String> result = new ArrayList<>();
    for (StepConfig step : steps) {
      SortedMap<String, String> rebound = new TreeMap<>();
      for (Setting setting : step.settings()) {
        if (setting.value() instanceof Value.Text text && aliases.contains(text.text())) {
          rebound.put(setting.key().value(), text.text());
        }
      }
      result.add(step.name().value() + (rebound.isEmpty() ? "" : rebound));
    }
    return result;
  }

  private SortedMap<String, String> outputs() {
    SortedMap<String, String> result = new TreeMap<>();
    for (OutputConfig output : config.outputs()) {
      List<String> parts = new ArrayList<>();
      parts.add("file " + output.fileName().value());
      output.writer().ifPresent(writer -> parts.add("writer " + writer.value()));
      output.loader().ifPresent(loader -> parts.add("loader " + loader.value()));
      if (output.kind() == OutputKind.DIRECTORY) {
        parts.add("a directory");
      }
      result.put(output.alias().value(), String.join(", ", parts));
    }
    return result;
  }

  private List<String> hypotheses() {
    List<String> result = new ArrayList<>();
    for (HypothesisConfig hypothesis : config.hypotheses()) {
      String name = hypothesis.name().map(given -> " '" + given.value() + "'").orElse("");
      result.add(hypothesis.verifier().value() + name + metrics(hypothesis.metrics()));
    }
    return result;
  }

  private static String metrics(Optional<List<MetricGroup>> groups) {
    if (groups.isEmpty()) {
      return "";
    }
    List<List<String>> names = new ArrayList<>();
    for (MetricGroup group : groups.get()) {
      names.add(group.metrics().stream().map(Located::value).toList());
    }
    return " of " + names;
  }
}
