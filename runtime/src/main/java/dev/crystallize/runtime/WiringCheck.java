package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputKind;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.SourceTarget;
import dev.crystallize.runtime.config.Wiring;
import dev.crystallize.runtime.config.WiringDifference;
import dev.crystallize.runtime.config.WiringDigest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code wiring-changed}: a configuration is wired otherwise than the code that was generated. */
final class WiringCheck {

  private WiringCheck() {}

  /** Returns what has changed since a node was compiled; nothing if the wirings agree. */
  static List<Diagnostic> check(ExperimentNode node, Origin origin, ConfigFile file) {
    if (WiringDigest.of(file.config()).equals(origin.wiringDigest())) {
      return List.of();
    }
    List<String> changes = WiringDifference.between(outline(node), outline(file.config()));
    List<String> told = changes.isEmpty() ? List.of("the wiring was changed") : changes;
    String path = file.source().path();
    return told.stream()
        .map(change -> Diagnostic.of(origin.folder(), Message.WIRING_CHANGED, path, change))
        .toList();
  }

  /** As much of the wiring as a node can tell. */
  private static Wiring outline(ExperimentNode node) {
    SortedMap<String, String> datasources = new TreeMap<>();
    for (Feed feed : node.feeds()) {
      datasources.put(feed.alias(), target(feed));
    }
    SortedMap<String, String> outputs = new TreeMap<>();
    for (StepCode step : node.steps()) {
      step.declaration()
          .outputs()
          .forEach(
              output -> outputs.put(output.alias(), file(output.fileName(), output.isDirectory())));
    }
    return new Wiring(
        node.name(),
        Optional.of(datasources),
        Optional.of(node.steps().stream().map(StepCode::name).toList()),
        outputs,
        node.hypotheses().stream().map(HypothesisCode::verifier).toList());
  }

  private static String file(String name, boolean isDirectory) {
    return (isDirectory ? "directory " : "file ") + name;
  }

  private static String target(Feed feed) {
    if (feed instanceof Feed.Upstream upstream) {
      ExperimentNode other = upstream.input().upstream().get();
      return other.name() + "#" + upstream.input().alias();
    }
    return ((Feed.Own) feed).name();
  }

  /** As much of a configuration's wiring as a node can tell, with names as nodes have them. */
  private static Wiring outline(ExperimentConfig config) {
    SortedMap<String, String> datasources = new TreeMap<>();
    for (DataSourceConfig source : config.datasource().map(Located::value).orElse(List.of())) {
      datasources.put(source.alias().value(), target(source.target()));
    }
    SortedMap<String, String> outputs = new TreeMap<>();
    config
        .outputs()
        .forEach(
            output ->
                outputs.put(
                    output.alias().value(),
                    file(output.fileName().value(), output.kind() == OutputKind.DIRECTORY)));
    return new Wiring(
        config.name(),
        Optional.of(datasources),
        config
            .steps()
            .map(
                steps ->
                    steps.value().stream().map(step -> SnakeCase.of(step.name().value())).toList()),
        outputs,
        config.hypotheses().stream()
            .map(hypothesis -> SnakeCase.of(hypothesis.verifier().value()))
            .toList());
  }

  private static String target(SourceTarget target) {
    if (target instanceof SourceTarget.Reference reference) {
      return reference.experiment() + "#" + reference.alias();
    }
    return SnakeCase.of(((SourceTarget.Named) target).name().value());
  }
}
