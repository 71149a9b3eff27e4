package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.read.ResourceFinder.Presence;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.Optional;

/**
 * {@code unknown-file}: a datasource that declares to read what is not there. Files relative to the
 * working directory are looked for when the graph runs. Resources can be missed only where the
 * compiler sees them, as it does if the experiment's own configuration is among them.
 */
final class DeclaredReads {

  private final ResourceFinder resources;

  DeclaredReads(ResourceFinder resources) {
    this.resources = resources;
  }

  void report(Graph graph, Diagnostics diagnostics) {
    for (ExperimentModel experiment : graph.experiments()) {
      for (SourceModel source : experiment.sources()) {
        if (source.origin() instanceof SourceModel.FromMethod origin) {
          origin
              .method()
              .found()
              .filter(method -> method.method().place().annotation().isEmpty())
              .ifPresent(method -> check(experiment, method, diagnostics));
        }
      }
    }
  }

  private void check(ExperimentModel experiment, SourceMethod source, Diagnostics diagnostics) {
    for (int i = 0; i < source.reads().size(); i++) {
      ElementPlace place = source.method().place().annotation(Mirror.DATA_SOURCE, "reads", i);
      diagnostic(experiment, source, source.reads().get(i))
          .ifPresent(diagnostic -> diagnostics.report(diagnostic, place));
    }
  }

  private Optional<Diagnostic> diagnostic(
      ExperimentModel experiment, SourceMethod source, String declared) {
    String name = source.method().name().canonical();
    if (declared.isEmpty() || declared.indexOf('\0') >= 0) {
      Diagnostic none = Diagnostic.of(experiment.folder(), Message.NO_FILE_NAME, declared, name);
      return Optional.of(
          declared.isEmpty()
              ? none.withDetail("for the whole working directory write \".\"")
              : none);
    }
    return isMissed(experiment, declared)
        ? Optional.of(
            Diagnostic.of(experiment.folder(), Message.UNKNOWN_FILE, declared, name)
                .withDetail(
                    "a file is named relative to the working directory, without a leading slash"))
        : Optional.empty();
  }

  private boolean isMissed(ExperimentModel experiment, String declared) {
    return declared.startsWith("/")
        && !experiment.inline()
        && resources.of(ConfigReader.pathOf(experiment.folder())) == Presence.HERE
        && resources.of(withoutSlashes(declared)) == Presence.NOWHERE
        && !ResourceFinder.isFile(declared);
  }

  private static String withoutSlashes(String declared) {
    String name = declared.substring(1);
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }
}
