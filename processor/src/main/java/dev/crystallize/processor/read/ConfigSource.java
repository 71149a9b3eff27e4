package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Names;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.SourceText;
import dev.crystallize.runtime.config.Suggestions;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Gets the configuration of an experiment, inline or from its file. */
final class ConfigSource {

  private static final String RESOURCES = "src/main/resources/experiments";

  private final ConfigFinder finder;
  private final Diagnostics diagnostics;

  ConfigSource(ConfigFinder finder, Diagnostics diagnostics) {
    this.finder = finder;
    this.diagnostics = diagnostics;
  }

  /**
   * A configuration.
   *
   * @param file what was read; one of which every part is broken if there is none
   * @param place where its mistakes are put
   */
  record Read(ConfigFile file, ElementPlace place, boolean inline) {}

  Read read(TypeElement root, Mirror experiment, Roots.Name name) {
    Optional<String> inline = experiment.text("config");
    ConfigFile file =
        inline
            .map(text -> readInline(root, experiment, name, text))
            .orElseGet(() -> find(root, name));
    ElementPlace place = inline.isPresent() ? configPlace(name) : name.place();
    return new Read(file, place, inline.isPresent());
  }

  private static ElementPlace configPlace(Roots.Name name) {
    return ElementPlace.ofType(name.place().type()).annotation(Mirror.EXPERIMENT, "config");
  }

  private ConfigFile readInline(TypeElement root, Mirror experiment, Roots.Name name, String text) {
    Optional<String> problem = Names.problemWith(name.folder());
    if (problem.isPresent()) {
      return broken(name, Message.EXPERIMENT_NAME, name.folder(), problem.get());
    }
    List<String> all = experiment.texts("value");
    if (all.size() > 1) {
      Diagnostic diagnostic =
          Diagnostic.of(
              all.get(0),
              Message.EXPERIMENT_NAME,
              String.join(", ", all),
              "an inline config describes one experiment");
      diagnostics.report(diagnostic, configPlace(name));
      return unread(name.folder());
    }
    String path = "config of @Experiment " + root.getSimpleName();
    return new ConfigReader().readInline(name.folder(), path, text);
  }

  private ConfigFile find(TypeElement root, Roots.Name name) {
    ConfigSearch search = finder.search(name.folder());
    if (search instanceof ConfigSearch.Found found) {
      return found.file();
    }
    if (search instanceof ConfigSearch.BadName bad) {
      return broken(name, Message.EXPERIMENT_NAME, name.folder(), bad.reason());
    }
    if (search instanceof ConfigSearch.BadOption bad) {
      return broken(name, Message.CONFIG_OPTION, bad.reason());
    }
    diagnostics.report(
        missing(root, name.folder(), ((ConfigSearch.Missing) search).tried()), name.place());
    return unread(name.folder());
  }

  private Diagnostic missing(TypeElement root, String folder, List<String> tried) {
    List<String> siblings = finder.siblings();
    Set<String> candidates = new LinkedHashSet<>();
    String own = SnakeCase.of(root.getSimpleName().toString());
    if (siblings.contains(own)) {
      candidates.add(own);
    }
    candidates.addAll(siblings);
    Diagnostic diagnostic =
        Diagnostic.of(folder, Message.CONFIG_NOT_FOUND, folder)
            .suggesting(Suggestions.of(folder, candidates));
    for (String place : tried) {
      diagnostic = diagnostic.withDetail("looked in " + place);
    }
    return diagnostic
        .withDetail("put it into " + RESOURCES + "/" + folder + "/config.yaml")
        .withDetail(
            "Maven, where it lies elsewhere: <arg>-A"
                + ConfigFinder.OPTION
                + "=${project.basedir}/"
                + RESOURCES
                + "</arg> in the compilerArgs of maven-compiler-plugin")
        .withDetail(
            "Gradle: tasks.compileJava { options.compilerArgs.add(\"-A"
                + ConfigFinder.OPTION
                + "=$projectDir/"
                + RESOURCES
                + "\") }");
  }

  private ConfigFile broken(Roots.Name name, Message message, String... arguments) {
    diagnostics.report(Diagnostic.of(name.folder(), message, arguments), name.place());
    return unread(name.folder());
  }

  private static ConfigFile unread(String folder) {
    return new ConfigFile(
        ExperimentConfig.empty(folder),
        SourceText.of(ConfigReader.pathOf(folder), ""),
        List.of(),
        EnumSet.allOf(ConfigPart.class));
  }
}
