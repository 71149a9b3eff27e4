package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Guard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads all experiments of a round, and those compiled earlier, into the model. */
public final class GraphReader {

  private final Types types;
  private final Elements elements;
  private final ConfigFinder configs;
  private final DeclaredReads reads;
  private final ForgottenExperiments forgotten;
  private final UnknownAnnotations unknown;
  private final List<String> listedGraphs;

  /**
   * Makes a reader for all rounds.
   *
   * @param listedGraphs the graphs that earlier compilations left in the class output
   */
  public GraphReader(
      Types types,
      Elements elements,
      ConfigFinder configs,
      ResourceFinder resources,
      UnknownAnnotations unknown,
      List<String> listedGraphs) {
    this.types = types;
    this.elements = elements;
    this.configs = configs;
    this.reads = new DeclaredReads(resources);
    this.unknown = unknown;
    this.forgotten = new ForgottenExperiments(configs, unknown);
    this.listedGraphs = List.copyOf(listedGraphs);
  }

  /**
   * Reads the graph as it stands in this round.
   *
   * @param roots the root classes of this and earlier rounds, as elements of this round
   * @param hasSource whether a class is compiled from source in this compilation
   * @param sources the top-level classes that are, of this round
   */
  public Graph read(
      Collection<TypeElement> roots,
      Predicate<TypeElement> hasSource,
      Supplier<? extends Collection<TypeElement>> sources,
      Diagnostics diagnostics) {
    Guard guard = new Guard(diagnostics);
    CodecReader codecs = new CodecReader(types);
    ScopeReader scopes = new ScopeReader(types, codecs, unknown);
    DraftReader reader =
        new DraftReader(new ConfigSource(configs, diagnostics), scopes, hasSource, diagnostics);
    CompiledFinder finder = new CompiledFinder(elements, hasSource, diagnostics);
    List<Draft> all = new ArrayList<>();
    for (TypeElement root : roots) {
      for (Mirror experiment : Mirror.of(root, Mirror.EXPERIMENT).stream().toList()) {
        guard.run(
            "",
            placeOf(root),
            () -> {
              all.addAll(reader.read(root, experiment));
              finder.addUpstreamOf(root, experiment);
            });
      }
    }
    all.sort(Comparator.comparing(Draft::folder).thenComparing(Draft::graphClass));
    Set<String> madeAnew = new HashSet<>();
    all.forEach(draft -> madeAnew.add(draft.graphClass()));
    finder.addListed(listedGraphs, madeAnew);
    List<CompiledExperiment> compiled = finder.all(madeAnew);
    HypothesisLinker hypotheses = new HypothesisLinker(elements, scopes);
    ExperimentLinker linker =
        new ExperimentLinker(
            new ExperimentIndex(all, compiled, true),
            new OutputLinker(types, elements, codecs),
            hypotheses);
    List<ExperimentModel> experiments = new ArrayList<>();
    for (Draft draft : all) {
      guard.run(
          draft.folder(),
          draft.place(),
          () -> {
            ExperimentModel experiment = linker.link(draft);
            experiments.add(experiment);
          });
    }
    List<VerifierMethod> library = new ArrayList<>();
    all.stream()
        .limit(1)
        .map(Draft::place)
        .forEach(place -> guard.run("", place, () -> library.addAll(hypotheses.library(place))));
    Graph graph = new Graph(experiments, compiled, library);
    UpstreamListing.report(graph, diagnostics);
    reads.report(graph, diagnostics);
    forgotten.report(graph, sources, diagnostics);
    return graph;
  }

  private static ElementPlace placeOf(TypeElement root) {
    return ElementPlace.ofType(root.getQualifiedName().toString()).annotation(Mirror.EXPERIMENT);
  }
}
