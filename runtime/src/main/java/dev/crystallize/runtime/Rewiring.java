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
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.SourceTarget;
import dev.crystallize.runtime.config.StepConfig;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Wires the code of one compiled node as a configuration has it now. */
final class Rewiring {

  static final String RECOMPILE = "only compiled code can be run: run mvn compile";

  private final ConfigFile file;
  private final ExperimentConfig config;
  private final ExperimentNode compiled;
  private final YamlGraph graph;
  private final List<Diagnostic> found;

  /**
   * Gets ready.
   *
   * @param file the configuration
   * @param compiled the node whose code is used
   * @param graph the experiments around it
   * @param found collects what is wrong
   */
  Rewiring(ConfigFile file, ExperimentNode compiled, YamlGraph graph, List<Diagnostic> found) {
    this.file = file;
    this.config = file.config();
    this.compiled = compiled;
    this.graph = graph;
    this.found = found;
  }

  /** Returns the node; after a report it is of no use. */
  ExperimentNode rewired() {
    List<Feed> feeds =
        config.datasource().map(Located::value).orElse(List.of()).stream()
            .flatMap(source -> feed(source).stream())
            .toList();
    List<StepCode> steps = withFiles(steps());
    checkStart(feeds);
    ExperimentNode wired =
        new ExperimentNode(
            config.name(),
            compiled.origin(),
            compiled.code(),
            feeds,
            compiled.start(),
            steps,
            config.hypotheses().stream().flatMap(each -> hypothesis(each).stream()).toList(),
            compiled.values());
    return YamlValues.into(wired, file);
  }

  private Optional<Feed> feed(DataSourceConfig source) {
    String alias = source.alias().value();
    if (source.target() instanceof SourceTarget.Reference reference) {
      return upstream(alias, reference);
    }
    Located<String> name = ((SourceTarget.Named) source.target()).name();
    List<Feed.Own> own =
        compiled.feeds().stream()
            .filter(Feed.Own.class::isInstance)
            .map(Feed.Own.class::cast)
            .toList();
    Optional<Feed.Own> code =
        own.stream().filter(each -> isSpelt(each.name(), name.value())).findFirst();
    if (code.isEmpty()) {
      List<String> known = own.stream().map(Feed.Own::name).toList();
      reportUnknown(Message.UNKNOWN_DATASOURCE, name, known);
    }
    return code.map(each -> new Feed.Own(alias, each.name(), each.declaration(), each.body()));
  }

  private Optional<Feed> upstream(String alias, SourceTarget.Reference reference) {
    Optional<Upstream> upstream = graph.upstream(reference.experiment());
    if (upstream.isEmpty()) {
      return Optional.empty();
    }
    Optional<ArtifactLoader<?>> loader = upstream.get().loader(reference.alias());
    List<String> outputs = upstream.get().outputs();
    if (loader.isEmpty() || !outputs.contains(reference.alias())) {
      report(
          reference.place(),
          diagnostic(Message.MISSING_ARTIFACT, reference.experiment(), reference.alias())
              .suggesting(Suggestions.of(reference.alias(), outputs)));
      return Optional.empty();
    }
    ArtifactLoader<?> reader = compiledLoader(alias, reference).orElse(loader.get());
    return Optional.of(
        new Feed.Upstream(alias, Input.of(upstream.get().node(), reference.alias(), reader)));
  }

  /**
   * An unchanged reference is read as the compiler had it, which may not be the output's loader.
   */
  private Optional<ArtifactLoader<?>> compiledLoader(
      String alias, SourceTarget.Reference reference) {
    for (Feed feed : compiled.feeds()) {
      if (feed instanceof Feed.Upstream upstream
          && feed.alias().equals(alias)
          && upstream.input().alias().equals(reference.alias())) {
        return Optional.of(upstream.input().loader());
      }
    }
    return Optional.empty();
  }

  private List<StepCode> steps() {
    if (config.steps().isEmpty()) {
      return compiled.steps();
    }
    List<StepCode> steps = new ArrayList<>();
    for (StepConfig step : config.steps().get().value()) {
      List<StepCode> uses =
          compiled.steps().stream()
              .filter(each -> isSpelt(each.name(), step.name().value()))
              .toList();
      if (uses.isEmpty()) {
        List<String> known = compiled.steps().stream().map(StepCode::name).distinct().toList();
        reportUnknown(Message.UNKNOWN_STEP, step.name(), known);
      } else {
        String name = uses.get(0).name();
        int before = (int) steps.stream().filter(each -> each.name().equals(name)).count();
        steps.add(before < uses.size() ? uses.get(before) : uses.get(0).again(before));
      }
    }
    return steps;
  }

  /** Gives outputs the files they have now. */
  private List<StepCode> withFiles(List<StepCode> steps) {
    Map<String, OutputConfig> outputs =
        config.outputs().stream()
            .collect(Collectors.toMap(output -> output.alias().value(), Function.identity()));
    FormatCheck formats = new FormatCheck(compiled, file, found);
    Set<String> written = new HashSet<>();
    List<StepCode> changed = new ArrayList<>();
    for (StepCode step : steps) {
      List<OutputCode<?>> files = new ArrayList<>();
      for (OutputCode<?> code : step.declaration().outputs()) {
        OutputConfig output = outputs.get(code.alias());
        if (output == null) {
          found.add(diagnostic(Message.UNKNOWN_OUTPUT, step.name(), code.alias(), config.name()));
        } else {
          checkKind(code, output);
          files.add(code.withFileName(output.fileName().value()));
          formats.check(output);
          if (!written.add(code.alias())) {
            String twice = "'" + step.name() + "' twice";
            report(
                output.alias().place(),
                diagnostic(Message.OUTPUT_WRITTEN_TWICE, code.alias(), twice));
          }
        }
      }
      changed.add(step.withDeclaration(step.declaration().withOutputs(files)));
    }
    outputs.values().stream()
        .filter(output -> !written.contains(output.alias().value()))
        .forEach(
            output ->
                report(
                    output.alias().place(),
                    diagnostic(Message.UNUSED_OUTPUT, output.alias().value())));
    return changed;
  }

  private void checkKind(OutputCode<?> code, OutputConfig output) {
    boolean directory = output.kind() == OutputKind.DIRECTORY;
    if (directory != code.isDirectory()) {
      Place place = output.declaredKind().map(Located::place).orElse(output.alias().place());
      report(
          place,
          diagnostic(
                  directory ? Message.DIRECTORY_WRITER : Message.FILE_WRITER,
                  code.alias(),
                  "its compiled writer")
              .withDetail(RECOMPILE));
    }
  }

  private void checkStart(List<Feed> feeds) {
    compiled
        .start()
        .alias()
        .filter(alias -> feeds.stream().noneMatch(feed -> feed.alias().equals(alias)))
        .ifPresent(
            alias ->
                found.add(
                    diagnostic(
                            Message.UNKNOWN_INPUT,
                            compiled.steps().get(0).name(),
                            alias,
                            config.name())
                        .withDetail(RECOMPILE)));
    Start.Kind before = kind(compiled.feeds());
    if (compiled.start().kind() != Start.Kind.NOTHING && kind(feeds) != before) {
      found.add(
          diagnostic(
                  Message.STEP_CHAIN,
                  compiled.steps().get(0).name(),
                  before == Start.Kind.ALL ? "the map of all inputs" : "one datasource's value",
                  "'" + config.name() + "'",
                  kind(feeds) == Start.Kind.ALL ? "the map of all inputs" : "something else")
              .withDetail(RECOMPILE));
    }
  }

  /** What the first step's data are: one datasource's value, or the map of several or of inputs. */
  private static Start.Kind kind(List<Feed> feeds) {
    if (feeds.isEmpty()) {
      return Start.Kind.NOTHING;
    }
    return feeds.size() == 1 && feeds.get(0) instanceof Feed.Own ? Start.Kind.ONE : Start.Kind.ALL;
  }

  private Optional<HypothesisCode> hypothesis(HypothesisConfig hypothesis) {
    Optional<HypothesisCode> code =
        compiled.hypotheses().stream()
            .filter(each -> isSpelt(each.verifier(), hypothesis.verifier().value()))
            .findFirst();
    if (code.isEmpty()) {
      List<String> known = compiled.hypotheses().stream().map(HypothesisCode::verifier).toList();
      reportUnknown(Message.UNKNOWN_VERIFIER, hypothesis.verifier(), known);
    }
    List<List<String>> groups =
        hypothesis
            .metrics()
            .<List<List<String>>>map(
                given ->
                    given.stream()
                        .<List<String>>map(
                            group -> group.metrics().stream().map(Located::value).toList())
                        .toList())
            .orElse(List.of());
    return code.map(
        each ->
            new HypothesisCode(
                hypothesis.name().map(Located::value).orElse(each.name()),
                each.verifier(),
                groups,
                each.correction(),
                each.declaration(),
                each.body(),
                each.ranker()));
  }

  /** YAML may spell a name like the Java name it has. */
  private static boolean isSpelt(String canonical, String written) {
    return canonical.equals(written) || canonical.equals(SnakeCase.of(written));
  }

  private void reportUnknown(Message message, Located<String> name, List<String> known) {
    report(
        name.place(),
        diagnostic(message, name.value(), "the compiled code of '" + compiled.name() + "'")
            .suggesting(Suggestions.of(name.value(), known))
            .withDetail(RECOMPILE));
  }

  private Diagnostic diagnostic(Message message, String... arguments) {
    return Diagnostic.of(config.folder(), message, arguments);
  }

  private void report(Place place, Diagnostic diagnostic) {
    found.add(diagnostic.at(place, file.source()));
  }
}
