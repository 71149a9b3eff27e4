package dev.crystallize.runtime;

import dev.crystallize.runtime.fingerprint.DeclaredFiles;
import dev.crystallize.runtime.fingerprint.Facts;
import dev.crystallize.runtime.fingerprint.Fingerprint;
import dev.crystallize.runtime.fingerprint.Part;
import dev.crystallize.runtime.fingerprint.PartFacts;
import dev.crystallize.runtime.fingerprint.Parts;
import dev.crystallize.runtime.fingerprint.UnseededRandom;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.TaskFingerprints;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** What the tasks of a run depend on. Found out when it is first asked for, and shared. */
final class RunFingerprints implements TaskFingerprints {

  /** Changes when the same code, values and seed could give other results. */
  private static final int RULES = 1;

  private final Map<String, ExperimentNode> nodes;
  private final ToLongFunction<ExperimentNode> seed;
  private final Set<Part> accepted = EnumSet.noneOf(Part.class);
  private final Path data;
  private final DeclaredFiles files;
  private final Replacements replacements;
  private final PartFacts jdk = Parts.jdk();
  private final PartFacts rules = Parts.rules(RULES);
  private final Map<String, Map<String, Fingerprint>> known = new HashMap<>();

  /** By the very part, of which many conditions and experiments share one. */
  private final IdentityHashMap<PartFacts, Definition> shared = new IdentityHashMap<>();

  private Optional<ProjectCode> code = Optional.empty();

  /**
   * Gets ready.
   *
   * @param nodes the experiments by name
   * @param seed the seed in effect
   * @param options which changes are accepted, and where the data lie
   * @param replacements what stands in for resources
   */
  RunFingerprints(
      Map<String, ExperimentNode> nodes,
      ToLongFunction<ExperimentNode> seed,
      RunOptions options,
      Replacements replacements) {
    this.nodes = new LinkedHashMap<>(nodes);
    this.seed = seed;
    this.replacements = replacements;
    this.data = options.dataDirectory();
    options.accepted().forEach(change -> accepted.add(part(change)));
    this.files = new DeclaredFiles(Path.of(""), this::resource);
  }

  private static Part part(Change change) {
    return switch (change) {
      case CODE -> Part.CODE;
      case LIBRARIES -> Part.LIBRARIES;
      case JDK -> Part.JDK;
    };
  }

  private Optional<URL> resource(String name) {
    return nodes.values().stream()
        .map(node -> node.code().home().getClassLoader())
        .flatMap(loader -> Optional.ofNullable(loader.getResource(name)).stream())
        .findFirst();
  }

  @Override
  public String base(String experiment, String condition) {
    return of(experiment, condition).sha256();
  }

  @Override
  public boolean accepts(String experiment, String condition, List<Definition> before) {
    return !accepted.isEmpty()
        && unreadable(experiment).isEmpty()
        && before(before)
            .filter(old -> of(experiment, condition).differsOnlyIn(old, accepted))
            .isPresent();
  }

  /** What of an experiment's code could not be read, so that nothing of it is reused. */
  synchronized List<String> unreadable(String experiment) {
    return code().unreadable(experiment);
  }

  /** The classes of an experiment that count as whole files: they are newer than can be read. */
  synchronized List<String> newer(String experiment) {
    return code().newer(experiment);
  }

  /** The calls of an experiment's code that draw random numbers which no seed determines. */
  synchronized List<UnseededRandom> unseeded(String experiment) {
    return code().unseeded(experiment);
  }

  /** All that a task depends on but the artifacts it reads. */
  synchronized Fingerprint of(String experiment, String condition) {
    return known
        .computeIfAbsent(experiment, name -> new HashMap<>())
        .computeIfAbsent(condition, name -> compute(experiment, condition));
  }

  private Fingerprint compute(String experiment, String condition) {
    ExperimentNode node = nodes.get(experiment);
    if (node == null) {
      throw new IllegalArgumentException("no experiment of the run: '" + experiment + "'");
    }
    NodeFacts facts = new NodeFacts(node, files, replacements);
    List<PartFacts> parts = new ArrayList<>(code(experiment));
    parts.add(facts.steps());
    parts.add(facts.parameters(condition));
    parts.add(facts.outputs());
    parts.add(Parts.seed(seed.applyAsLong(node)));
    parts.add(jdk);
    parts.add(rules);
    try {
      parts.add(facts.files(condition));
    } catch (IOException e) {
      throw new StoreException("cannot read what '" + experiment + "' declares to read", e);
    }
    return Fingerprint.of(parts);
  }

  /** Code that nobody can read equals no other. */
  private List<PartFacts> code(String experiment) {
    if (code().unreadable(experiment).isEmpty()) {
      return code().parts(experiment);
    }
    Facts unlikeAnyOther = Facts.of("unreadable code", UUID.randomUUID().toString());
    return List.of(PartFacts.of(Part.CODE, unlikeAnyOther));
  }

  private ProjectCode code() {
    if (code.isEmpty()) {
      code = Optional.of(ProjectCode.of(nodes.values(), data));
    }
    return code.get();
  }

  /** What a journal keeps of a condition, so that later runs can tell what has changed. */
  synchronized List<Definition> definitions(String experiment, String condition) {
    Fingerprint fingerprint = of(experiment, condition);
    List<Definition> definitions = new ArrayList<>();
    for (Part part : Part.values()) {
      PartFacts held = fingerprint.part(part);
      if (!held.facts().byName().isEmpty()) {
        definitions.add(
            shared.computeIfAbsent(held, each -> new Definition(kind(part), each.facts().text())));
      }
    }
    return definitions;
  }

  /** The fingerprint that a journal keeps; empty if parts of it are missing or not of ours. */
  static Optional<Fingerprint> before(List<Definition> definitions) {
    Map<String, String> texts = new HashMap<>();
    definitions.forEach(definition -> texts.put(definition.kind(), definition.text()));
    List<PartFacts> parts = new ArrayList<>();
    try {
      for (Part part : Part.values()) {
        Optional<String> text = Optional.ofNullable(texts.get(kind(part)));
        parts.add(PartFacts.of(part, Facts.parse(text.orElse(""))));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Fingerprint fingerprint = Fingerprint.of(parts);
    return Optional.of(fingerprint).filter(each -> each.sha256().equals(texts.get(BASE)));
  }

  private static String kind(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
