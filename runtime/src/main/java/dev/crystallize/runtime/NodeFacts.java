package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.DeclaredFiles;
import dev.crystallize.runtime.fingerprint.Facts;
import dev.crystallize.runtime.fingerprint.Part;
import dev.crystallize.runtime.fingerprint.PartFacts;
import dev.crystallize.runtime.fingerprint.Parts;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the results of an experiment depend on besides its code, by condition. */
final class NodeFacts {

  /** What stands for the content of a file that is not there. */
  private static final String ABSENT = "absent";

  private final ExperimentNode node;
  private final DeclaredFiles files;
  private final Replacements replacements;

  NodeFacts(ExperimentNode node, DeclaredFiles files, Replacements replacements) {
    this.node = node;
    this.files = files;
    this.replacements = replacements;
  }

  /** The steps in order, what they are bound to, and the datasources. */
  PartFacts steps() {
    Map<String, String> versions = new TreeMap<>();
    uses()
        .forEach(
            (use, declaration) ->
                declaration
                    .version()
                    .ifPresent(version -> versions.put(use.replaceFirst("^step ", ""), version)));
    List<String> order = node.steps().stream().map(StepCode::name).toList();
    Map<String, String> facts = new TreeMap<>(Parts.steps(order, versions).facts().byName());
    for (Feed feed : node.feeds()) {
      facts.put("datasource " + feed.alias(), target(feed));
    }
    uses()
        .forEach(
            (name, declaration) ->
                declaration
                    .bound()
                    .forEach((parameter, alias) -> facts.put(name + "." + parameter, alias)));
    facts.put("data of the first step", start());
    for (SharedResource<?> resource : NodeResources.ofTasks(node)) {
      replacements
          .of(resource)
          .ifPresent(other -> facts.put(use(resource), "replaced by " + className(other)));
    }
    return PartFacts.of(Part.STEPS, Facts.of(facts));
  }

  private static String use(SharedResource<?> resource) {
    return "resource " + resource.qualifiedName();
  }

  /**
   * The names of classes that are made at run time end in a number that differs from run to run.
   */
  private static String className(Object instance) {
    String name = instance.getClass().getName();
    int made = name.indexOf("$$");
    return made < 0 ? name : name.substring(0, made);
  }

  private static String target(Feed feed) {
    if (feed instanceof Feed.Upstream upstream) {
      return upstream.input().upstream().get().name() + "#" + upstream.input().alias();
    }
    return ((Feed.Own) feed).name();
  }

  private String start() {
    return switch (node.start().kind()) {
      case NOTHING -> "none";
      case ONE -> node.start().alias().orElseThrow();
      case ALL -> "map of " + node.feeds().stream().map(Feed::alias).toList();
    };
  }

  /**
   * The values in effect. Those of the condition are known by their key; those that one use of a
   * step fixes, and defaults that differ between steps, by the step too.
   */
  PartFacts parameters(String condition) {
    Map<String, Given> shared = new LinkedHashMap<>(node.values().baseline());
    shared.putAll(Effective.treatment(node.values(), condition));
    Map<String, String> facts = new TreeMap<>();
    shared.forEach((key, given) -> facts.put(key, Secrets.digested(key, given.value())));
    uses()
        .forEach(
            (use, declaration) -> {
              declaration
                  .fixed()
                  .forEach(
                      (key, given) ->
                          facts.put(use + "." + key, Secrets.digested(key, given.value())));
              for (Slot<?> slot : declaration.params()) {
                String key = slot.name();
                if (!shared.containsKey(key) && !declaration.fixed().containsKey(key)) {
                  slot.defaultValue()
                      .map(value -> Secrets.digested(key, value))
                      .ifPresent(add(facts, use, key));
                }
              }
            });
    return Parts.parameters(facts);
  }

  private static Consumer<String> add(Map<String, String> facts, String use, String key) {
    return text -> {
      String known = facts.putIfAbsent(key, text);
      if (known != null && !known.equals(text)) {
        facts.put(use + "." + key, text);
      }
    };
  }

  /** The outputs and the forms in which they are written. */
  PartFacts outputs() {
    Map<String, String> names = new TreeMap<>();
    Map<String, String> shapes = new TreeMap<>();
    for (StepCode step : node.steps()) {
      for (OutputCode<?> output : step.declaration().outputs()) {
        names.put(output.alias(), output.fileName());
        shapes.put(output.alias(), output.writer().shape());
      }
    }
    return Parts.outputs(names, shapes);
  }

  /**
   * The files that values name and that datasources say they read.
   *
   * @throws IOException if one cannot be read
   */
  PartFacts files(String condition) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Declaration declaration : uses().values()) {
      for (String declared : declaration.reads()) {
        digests.put(declared, files.digest(declared));
      }
      Map<String, Given> values = Effective.values(node.values(), condition, declaration);
      for (Slot<?> slot : declaration.params()) {
        for (Path path : paths(slot, Optional.ofNullable(values.get(slot.name())))) {
          digests.put(path.toString(), digest(path));
        }
      }
    }
    return Parts.files(digests);
  }

  /** What a value names may be made later or never: that is for the step to say. */
  private String digest(Path path) throws IOException {
    try {
      return files.digest(path);
    } catch (FileNotFoundException e) {
      return ABSENT;
    }
  }

  private static List<Path> paths(Slot<?> slot, Optional<Given> given) {
    if (given.isEmpty() || slot.codec().isEmpty()) {
      return List.of();
    }
    return Paths.in(slot.codec().get().fromValue(given.get().value()));
  }

  /**
   * Each use of a step, each datasource and each resource, by a name that tells it from the others.
   */
  private Map<String, Declaration> uses() {
    Map<String, Declaration> uses = new LinkedHashMap<>();
    for (StepCode step : node.steps()) {
      String again = step.occurrence() == 0 ? "" : "#" + (step.occurrence() + 1);
      uses.put("step " + step.name() + again, step.declaration());
    }
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        uses.put("datasource " + own.alias(), own.declaration());
      }
    }
    for (SharedResource<?> resource : NodeResources.ofTasks(node)) {
      uses.put(use(resource), resource.declaration());
    }
    return uses;
  }
}
