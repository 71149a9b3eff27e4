package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Names;
import dev.crystallize.runtime.config.SourceTarget;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a graph together from configurations as they are now and the code of compiled nodes. */
final class YamlGraph {

  private final ConfigSource source;
  private final List<ExperimentNode> code;
  private final Map<String, ConfigFile> files = new LinkedHashMap<>();
  private final Map<String, String> folderOfName = new HashMap<>();
  private final Map<String, Rewiring> rewirings = new LinkedHashMap<>();
  private final Map<String, ExperimentNode> nodes = new HashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * Gets ready.
   *
   * @param source the configurations
   * @param code the nodes whose code may be used
   */
  YamlGraph(ConfigSource source, List<ExperimentNode> code) {
    this.source = source;
    this.code = List.copyOf(code);
  }

  /**
   * Reads experiments and all they depend on.
   *
   * @return the experiments by name
   * @throws ConfigurationException with everything that is wrong
   */
  Map<String, ExperimentNode> read(List<String> wanted) {
    readFiles(wanted);
    GraphSetup.refuse(found);
    for (ConfigFile file : files.values()) {
      Optional<ExperimentNode> compiled = codeOf(file.config());
      if (compiled.isEmpty()) {
        found.add(noCode(file.config()));
      } else {
        String folder = file.config().folder();
        rewirings.put(folder, new Rewiring(file, compiled.get(), found));
      }
    }
    List<ExperimentNode> sinks = new ArrayList<>();
    rewirings.forEach(
        (folder, rewiring) -> {
          ExperimentNode node = rewiring.rewired(this);
          nodes.put(folder, node);
          sinks.add(node);
        });
    GraphSetup.refuse(found);
    return GraphSetup.asTheyAre(NodeGraph.reachable(sinks)).nodes();
  }

  private void readFiles(List<String> wanted) {
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      String folder = open.poll();
      if (!files.containsKey(folder)) {
        Optional<ConfigFile> file = source.read(folder);
        file.ifPresentOrElse(
            present -> add(folder, present, open),
            () -> found.add(Diagnostic.of(folder, Message.CONFIG_NOT_FOUND, folder)));
      }
    }
    refuseTwins();
  }

  /** Some disks take names that differ in case for one folder. */
  private void refuseTwins() {
    Map<String, ConfigFile> byName = new HashMap<>();
    for (ConfigFile file : files.values()) {
      ExperimentConfig config = file.config();
      ConfigFile other = byName.putIfAbsent(Names.ignoringCase(config.name()), file);
      if (other != null) {
        String places =
            "experiments/%s/config.yaml and experiments/%s/config.yaml"
                .formatted(other.config().folder(), config.folder());
        Diagnostic twins =
            Diagnostic.of(config.folder(), Message.DUPLICATE_EXPERIMENT, config.name(), places);
        found.add(
            Diagnostics.at(
                twins, config.declaredName().map(Located::place), Optional.of(file.source())));
      }
    }
  }

  private void add(String folder, ConfigFile file, Deque<String> open) {
    files.put(folder, file);
    found.addAll(file.diagnostics());
    for (DataSourceConfig data : file.config().datasource().map(Located::value).orElse(List.of())) {
      if (data.target() instanceof SourceTarget.Reference reference) {
        Optional<String> upstream = folderOf(reference.experiment());
        if (upstream.isPresent()) {
          open.add(upstream.get());
        } else if (codeOf(reference.experiment()).isEmpty()) {
          found.add(
              Diagnostic.of(folder, Message.UNKNOWN_EXPERIMENT, reference.experiment())
                  .at(reference.place(), file.source())
                  .suggesting(Suggestions.of(reference.experiment(), source.folders())));
        }
      }
    }
  }

  /** Returns the folder of an experiment, which a reference names by its folder or its name. */
  private Optional<String> folderOf(String experiment) {
    if (files.containsKey(experiment) || source.read(experiment).isPresent()) {
      return Optional.of(experiment);
    }
    if (folderOfName.isEmpty()) {
      for (String folder : source.folders()) {
        source.read(folder).ifPresent(file -> folderOfName.put(file.config().name(), folder));
      }
    }
    return Optional.ofNullable(folderOfName.get(experiment));
  }

  private Optional<ExperimentNode> codeOf(ExperimentConfig config) {
    return codeOf(config.folder()).or(() -> codeOf(config.name()));
  }

  private Optional<ExperimentNode> codeOf(String experiment) {
    Optional<ExperimentNode> byFolder =
        code.stream()
            .filter(node -> node.origin().map(Origin::folder).equals(Optional.of(experiment)))
            .findFirst();
    return byFolder.or(
        () -> code.stream().filter(node -> node.name().equals(experiment)).findFirst());
  }

  private Diagnostic noCode(ExperimentConfig config) {
    List<String> known = code.stream().map(ExperimentNode::name).sorted().toList();
    Diagnostic diagnostic =
        Diagnostic.of(config.folder(), Message.UNKNOWN_EXPERIMENT, config.folder())
            .suggesting(Suggestions.of(config.folder(), known));
    return known.isEmpty()
        ? diagnostic.withDetail(
            "no generated graph is on the class path: put crystallize-processor on the processor"
                + " path of the compiler (since JDK 23 the class path alone does nothing), and in"
                + " a named module provide ExperimentNodeProvider or pass the nodes")
        : diagnostic.withDetail(
            "looked through the generated graphs on the class path: " + Suggestion.listed(known));
  }

  /** Returns the experiment that a reference names, if it is there. */
  Optional<Upstream> upstream(String experiment) {
    Optional<String> folder = folderOf(experiment);
    if (folder.isEmpty()) {
      return codeOf(experiment).map(YamlGraph::compiled);
    }
    ConfigFile file = files.get(folder.get());
    Rewiring rewiring = rewirings.get(folder.get());
    if (file == null || rewiring == null) {
      return Optional.empty();
    }
    List<String> outputs =
        file.config().outputs().stream().map(output -> output.alias().value()).toList();
    return Optional.of(
        new Upstream(
            file.config().name(), () -> rewired(folder.get()), outputs, rewiring.outputs()));
  }

  private ExperimentNode rewired(String folder) {
    ExperimentNode node = nodes.get(folder);
    if (node == null) {
      throw new IllegalStateException("experiment '" + folder + "' is not wired yet");
    }
    return node;
  }

  /** An experiment without a configuration is as it was compiled. */
  private static Upstream compiled(ExperimentNode node) {
    CodeCatalog code = CodeCatalog.of(node);
    Map<String, WiredOutput> outputs = new LinkedHashMap<>();
    node.steps().stream()
        .flatMap(step -> step.declaration().outputs().stream())
        .forEach(
            output ->
                outputs.put(
                    output.alias(),
                    new WiredOutput(
                        output,
                        code.output(output.alias()).flatMap(CodeCatalog.CompiledOutput::read),
                        true)));
    return new Upstream(node.name(), () -> node, List.copyOf(outputs.keySet()), outputs);
  }
}
