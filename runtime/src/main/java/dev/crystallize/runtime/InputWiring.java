package dev.crystallize.runtime;

import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.SourceTarget;
import dev.crystallize.runtime.config.Suggestions;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the datasources of a configuration, and how each step reads its inputs. */
final class InputWiring {

  private final WiringReport report;
  private final ExperimentNode compiled;
  private final CodeCatalog code;
  private final YamlGraph graph;
  private final Map<String, WiredFeed> feeds = new LinkedHashMap<>();

  InputWiring(WiringReport report, ExperimentNode compiled, CodeCatalog code, YamlGraph graph) {
    this.report = report;
    this.compiled = compiled;
    this.code = code;
    this.graph = graph;
    for (DataSourceConfig source :
        report.file().config().datasource().map(Located::value).orElse(List.of())) {
      feed(source).ifPresent(found -> feeds.put(source.alias().value(), found));
    }
  }

  /** Returns those that were found, in order. */
  List<WiredFeed> feeds() {
    return List.copyOf(feeds.values());
  }

  private Optional<WiredFeed> feed(DataSourceConfig source) {
    String alias = source.alias().value();
    if (source.target() instanceof SourceTarget.Reference reference) {
      return upstream(alias, reference);
    }
    Located<String> name = ((SourceTarget.Named) source.target()).name();
    return report
        .resolve(
            Message.UNKNOWN_DATASOURCE,
            "datasource",
            name,
            code.sources(),
            CodeCatalog.Source::name)
        .map(
            found ->
                new WiredFeed(
                    found.code().apply(alias),
                    Optional.of(found.gives()),
                    "datasource '" + found.name() + "'",
                    Optional.empty(),
                    false));
  }

  private Optional<WiredFeed> upstream(String alias, SourceTarget.Reference reference) {
    Optional<Upstream> upstream = graph.upstream(reference.experiment());
    if (upstream.isEmpty()) {
      return Optional.empty();
    }
    if (!upstream.get().aliases().contains(reference.alias())) {
      report.report(
          reference.place(),
          report
              .diagnostic(Message.MISSING_ARTIFACT, reference.experiment(), reference.alias())
              .suggesting(Suggestions.of(reference.alias(), upstream.get().aliases())));
      return Optional.empty();
    }
    // An output of which something was reported is not there.
    return Optional.ofNullable(upstream.get().outputs().get(reference.alias()))
        .map(output -> upstream(alias, upstream.get(), reference.alias(), output));
  }

  private WiredFeed upstream(String alias, Upstream upstream, String name, WiredOutput output) {
    ArtifactLoader<?> loader =
        (output.compiled() ? compiledLoader(alias, name) : Optional.<ArtifactLoader<?>>empty())
            .orElse(output.code().loader());
    return new WiredFeed(
        new Feed.Upstream(alias, Input.of(upstream.node(), name, loader)),
        output.read(),
        "the loader of '" + upstream.name() + "#" + name + "'",
        Optional.of(upstream.name()),
        output.code().isDirectory());
  }

  /**
   * An unchanged reference is read as the compiler had it, which may not be the output's loader.
   */
  private Optional<ArtifactLoader<?>> compiledLoader(String alias, String name) {
    for (Feed feed : compiled.feeds()) {
      if (feed instanceof Feed.Upstream upstream
          && feed.alias().equals(alias)
          && upstream.input().alias().equals(name)) {
        return Optional.of(upstream.input().loader());
      }
    }
    return Optional.empty();
  }

  /** Returns what a use of a step reads, as far as it was found. */
  List<Slot<?>> slots(StepUse use) {
    List<Slot<?>> slots = new ArrayList<>();
    for (int i = 0; i < use.inputs().size(); i++) {
      String alias = use.inputs().get(i);
      WiredFeed feed = feeds.get(alias);
      if (feed != null) {
        slots.add(slot(use, alias, use.step().reads().get(i).type(), feed));
      }
    }
    return slots;
  }

  private Slot<?> slot(StepUse use, String alias, Type wanted, WiredFeed feed) {
    Optional<RawForm<?>> form = RawForm.giving(wanted);
    if (feed.isArtifact() && form.isPresent() && !feed.gives().equals(Optional.of(wanted))) {
      if (feed.directory() && form.get() != RawForm.FILE) {
        mistake(use, Message.READS_DIRECTORY, ofOutput(use, alias, wanted, feed));
      }
      return Slot.raw(alias, form.get());
    }
    if (feed.gives().isEmpty()) {
      mistake(use, Message.NO_LOADER, ofOutput(use, alias, wanted, feed));
    } else if (!TypeFit.fits(feed.gives().get(), wanted)) {
      TypeText text = TypeText.of(wanted, feed.gives().get());
      mistake(
          use,
          Message.READER_TYPE,
          List.of(
              use.name(), alias, text.print(wanted), feed.giver(), text.print(feed.gives().get())));
    }
    return TypeFit.isPrimitive(wanted)
        ? Slot.converted(alias, value -> TypeFit.widened(value, wanted))
        : Slot.source(alias);
  }

  private static List<String> ofOutput(StepUse use, String alias, Type wanted, WiredFeed artifact) {
    String output = ((Feed.Upstream) artifact.feed()).input().alias();
    String type = TypeText.of(wanted).print(wanted);
    return List.of(use.name(), alias, type, output, artifact.experiment().orElseThrow());
  }

  private void mistake(StepUse use, Message message, List<String> arguments) {
    report.report(use.place(), report.diagnostic(message, arguments.toArray(String[]::new)));
  }
}
