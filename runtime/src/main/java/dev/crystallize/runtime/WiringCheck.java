package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
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
    List<String> changes =
        WiringDifference.between(outline(node, origin), outline(file.config(), node, origin));
    List<String> told = changes.isEmpty() ? List.of(unknown(file.config())) : changes;
    String path = file.source().path();
    return told.stream()
        .map(change -> Diagnostic.of(origin.folder(), Message.WIRING_CHANGED, path, change))
        .toList();
  }

  /** A node does not tell whether its steps were listed, for example. */
  private static String unknown(ExperimentConfig config) {
    return config.steps().isEmpty() ? "'steps' was removed" : "the wiring was changed";
  }

  /** As much of the wiring as a node can tell. */
  private static Wiring outline(ExperimentNode node, Origin origin) {
    SortedMap<String, String> datasources = new TreeMap<>();
    for (Feed feed : node.feeds()) {
      datasources.put(feed.alias(), target(feed));
    }
    SortedMap<String, String> outputs = new TreeMap<>();
    for (StepCode step : node.steps()) {
      for (OutputCode<?> output : step.declaration().outputs()) {
        Origin.Format format = origin.format(output.alias());
        outputs.put(
            output.alias(),
            output(output.fileName(), output.isDirectory(), format.writer(), format.loader()));
      }
    }
    return new Wiring(
        node.name(),
        Optional.of(datasources),
        Optional.of(node.steps().stream().map(StepCode::name).toList()),
        outputs,
        node.hypotheses().stream()
            .map(each -> hypothesis(each.verifier(), each.name(), each.groups()))
            .toList());
  }

  private static String output(String file, boolean directory, String writer, String loader) {
    return (directory ? "directory " : "file ")
        + file
        + (writer.isEmpty() ? "" : ", writer " + writer)
        + (loader.isEmpty() ? "" : ", loader " + loader);
  }

  private static String hypothesis(String verifier, String name, List<List<String>> groups) {
    return verifier
        + (WiringReport.isSpelt(verifier, name) ? "" : " named " + name)
        + (groups.isEmpty() ? "" : " of " + groups);
  }

  private static String target(Feed feed) {
    if (feed instanceof Feed.Upstream upstream) {
      ExperimentNode other = upstream.input().upstream().get();
      return other.name() + "#" + upstream.input().alias();
    }
    return ((Feed.Own) feed).name();
  }

  /** As much of a configuration's wiring as a node can tell, with names as the node has them. */
  private static Wiring outline(ExperimentConfig config, ExperimentNode node, Origin origin) {
    SortedMap<String, String> datasources = new TreeMap<>();
    for (DataSourceConfig source : config.datasource().map(Located::value).orElse(List.of())) {
      datasources.put(source.alias().value(), target(source.target(), node));
    }
    SortedMap<String, String> outputs = new TreeMap<>();
    for (OutputConfig output : config.outputs()) {
      Origin.Format format = origin.format(output.alias().value());
      outputs.put(
          output.alias().value(),
          output(
              output.fileName().value(),
              output.kind() == OutputKind.DIRECTORY,
              named(output.writer(), List.of(format.writer())),
              named(output.loader(), List.of(format.loader()))));
    }
    List<String> steps = node.steps().stream().map(StepCode::name).toList();
    return new Wiring(
        config.name(),
        Optional.of(datasources),
        config
            .steps()
            .map(given -> given.value().stream().map(step -> named(step.name(), steps)).toList())
            .or(() -> Optional.of(steps)),
        outputs,
        config.hypotheses().stream().map(each -> hypothesis(each, node.hypotheses())).toList());
  }

  private static String hypothesis(HypothesisConfig config, List<HypothesisCode> known) {
    String verifier =
        named(config.verifier(), known.stream().map(HypothesisCode::verifier).toList());
    List<String> metrics =
        known.stream().flatMap(each -> each.groups().stream()).flatMap(List::stream).toList();
    List<List<String>> groups =
        config.metrics().orElse(List.of()).stream()
            .map(group -> group.metrics().stream().map(each -> named(each, metrics)).toList())
            .toList();
    return hypothesis(verifier, config.name().map(Located::value).orElse(verifier), groups);
  }

  private static String target(SourceTarget target, ExperimentNode node) {
    if (target instanceof SourceTarget.Reference reference) {
      return upstream(reference.experiment(), node) + "#" + reference.alias();
    }
    return named(
        ((SourceTarget.Named) target).name(),
        node.feeds().stream()
            .filter(Feed.Own.class::isInstance)
            .map(feed -> ((Feed.Own) feed).name())
            .toList());
  }

  /** The name of an experiment that a reference may name by its folder. */
  private static String upstream(String experiment, ExperimentNode node) {
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Upstream upstream) {
        ExperimentNode other = upstream.input().upstream().get();
        if (other.origin().map(Origin::folder).equals(Optional.of(experiment))) {
          return other.name();
        }
      }
    }
    return experiment;
  }

  private static String named(Optional<Located<String>> spelt, List<String> known) {
    return spelt.map(each -> named(each, known)).orElse("");
  }

  /** The name that something has in the code, if it is there; else as it is spelt. */
  private static String named(Located<String> spelt, List<String> known) {
    return known.stream()
        .filter(name -> WiringReport.isSpelt(name, spelt.value()))
        .findFirst()
        .orElse(spelt.value());
  }
}
