package dev.crystallize.processor;

import dev.crystallize.processor.generate.SchemaGenerator;
import dev.crystallize.processor.generate.TypeGenerator;
import dev.crystallize.processor.generate.TypeGenerator.Part;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.read.CompiledReader;
import dev.crystallize.processor.read.GraphReader;
import dev.crystallize.processor.read.UnknownAnnotations;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.Guard;
import dev.crystallize.processor.validate.Consequences;
import dev.crystallize.processor.validate.Unsettled;
import dev.crystallize.processor.validate.Validator;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticPrinter;
import dev.crystallize.runtime.config.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One compilation: reads, validates and generates, round by round.
 *
 * <p>Every experiment's type is written in the first round in which its class is seen, whatever is
 * wrong with it, so that no mistake of the user's brings a compiler error about a missing type.
 */
final class Session {

  private static final String NODE = "Node";

  private final Elements elements;
  private final GraphReader reader;
  private final UnknownAnnotations unknown;
  private final List<Validator> validators;
  private final TypeGenerator generator;
  private final SchemaGenerator schemas;
  private final Diagnostics diagnostics;
  private final Guard guard;

  private final Set<String> roots = new LinkedHashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final Set<String> generated = new TreeSet<>();
  private final Set<String> waiting = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> givenUp = new HashSet<>();
  private boolean refused;
  private int rounds;
  private boolean mayWait;

  Session(
      Elements elements,
      GraphReader reader,
      UnknownAnnotations unknown,
      List<Validator> validators,
      TypeGenerator generator,
      SchemaGenerator schemas,
      Diagnostics diagnostics) {
    this.elements = elements;
    this.reader = reader;
    this.unknown = unknown;
    this.validators = List.copyOf(validators);
    this.generator = generator;
    this.schemas = schemas;
    this.diagnostics = diagnostics;
    this.guard = new Guard(diagnostics);
  }

  /** Works on what a round brought. */
  void round(Collection<TypeElement> newRoots, RoundEnvironment round) {
    boolean othersWrite = false;
    for (Element element : round.getRootElements()) {
      if (element instanceof TypeElement type) {
        String name = type.getQualifiedName().toString();
        othersWrite |= rounds > 0 && !isOurs(name);
        sources.add(name);
      }
    }
    rounds++;
    mayWait = othersWrite;
    newRoots.forEach(root -> roots.add(root.getQualifiedName().toString()));
    if (newRoots.isEmpty() && waiting.isEmpty()) {
      return;
    }
    ElementPlace first = ElementPlace.ofType(roots.iterator().next());
    guard.run("", first, () -> work(first));
  }

  /** Settles, when no processor writes anything any more, what waited for a type. */
  void finish() {
    if (waiting.isEmpty() && givenUp.isEmpty()) {
      return;
    }
    ElementPlace first = ElementPlace.ofType(roots.iterator().next());
    guard.run(
        "",
        first,
        () -> {
          Graph graph =
              reader.read(currentRoots(), this::hasSource, this::currentSources, diagnostics);
          for (ExperimentModel experiment : graph.experiments()) {
            if (waiting.remove(experiment.graphClass())) {
              write(graph, experiment, Part.NODE);
            } else if (givenUp.contains(experiment.graphClass()) && isReady(graph, experiment)) {
              diagnostics.report(
                  Diagnostic.of(
                      experiment.folder(),
                      Message.TYPE_TOO_LATE,
                      experiment.root().getSimpleName().toString()),
                  experiment.place());
            }
          }
        });
  }

  private boolean isOurs(String type) {
    String stem = type.endsWith(NODE) ? type.substring(0, type.length() - NODE.length()) : type;
    return generated.contains(type) || generated.contains(stem + "Graph");
  }

  /** Returns the graphs that were generated without errors. */
  Set<String> soundGraphs() {
    Set<String> sound = new TreeSet<>(generated);
    sound.removeAll(broken);
    return sound;
  }

  /** Returns all graphs that were generated. */
  Set<String> allGraphs() {
    return new TreeSet<>(generated);
  }

  private void work(ElementPlace first) {
    Graph graph = reader.read(currentRoots(), this::hasSource, this::currentSources, diagnostics);
    guard.run("", first, () -> schemas.generate(graph));
    validate(graph, first);
    for (ExperimentModel experiment : graph.experiments()) {
      generate(graph, experiment);
    }
  }

  private void validate(Graph graph, ElementPlace first) {
    Diagnostics found = new Diagnostics();
    for (Validator validator : validators) {
      guard.run("", first, () -> validator.validate(graph, found));
    }
    Unsettled unsettled =
        new Unsettled(graph, diagnostics, () -> unknown.areOnAnyOf(currentSources()));
    Consequences consequences = new Consequences(graph, found);
    found.findings().stream()
        .filter(finding -> !unsettled.supports(finding) && !consequences.include(finding))
        .forEach(finding -> diagnostics.report(finding.diagnostic(), finding.place()));
  }

  private void generate(Graph graph, ExperimentModel experiment) {
    String type = experiment.graphClass();
    if (waiting.contains(type)) {
      boolean ready = isReady(graph, experiment);
      if (ready || !mayWait) {
        waiting.remove(type);
        if (!ready) {
          givenUp.add(type);
        }
        write(graph, experiment, Part.NODE);
      }
    } else if (!generated.contains(type)) {
      if (sources.contains(type)) {
        clash(experiment, "the class " + experiment.generatedName());
        return;
      }
      generated.add(type);
      boolean ready = isReady(graph, experiment);
      if (!ready) {
        waiting.add(type);
      }
      write(graph, experiment, ready ? Part.WHOLE : Part.GRAPH);
    }
  }

  /** Whether all types are there that its code names, the constants it reads from included. */
  private static boolean isReady(Graph graph, ExperimentModel experiment) {
    return experiment.typesKnown()
        && graph.upstream(experiment).stream()
            .allMatch(node -> !(node instanceof ExperimentModel above) || above.typesKnown());
  }

  private void write(Graph graph, ExperimentModel experiment, Part part) {
    Optional<String> message = brokenMessage(graph, experiment, part);
    if (message.isPresent()) {
      broken.add(experiment.graphClass());
    }
    guard.run(
        experiment.folder(),
        experiment.place(),
        () -> {
          try {
            generator.generate(graph, experiment, part, message);
          } catch (FilerException exists) {
            refused(experiment);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  /** What the generated bodies throw: our first error, or what the compiler is about to say. */
  private Optional<String> brokenMessage(Graph graph, ExperimentModel experiment, Part part) {
    return diagnostics
        .firstError(experiment.folder())
        .or(() -> upstreamError(graph, experiment))
        .map(Session::firstLine)
        .or(() -> unsaid(graph, experiment, part));
  }

  /** What hinders the code although nothing was said of it here. */
  private static Optional<String> unsaid(Graph graph, ExperimentModel experiment, Part part) {
    if (part == Part.NODE && !isReady(graph, experiment)) {
      return Optional.of("a type in the signatures of its code does not exist");
    }
    boolean linked =
        graph.closure(experiment).stream()
            .allMatch(node -> !(node instanceof ExperimentModel model) || model.isLinked());
    return part == Part.GRAPH || linked
        ? Optional.empty()
        : Optional.of("something that it needs does not compile");
  }

  /** Who reads from a broken experiment is broken as well: what it would name may not be there. */
  private Optional<Diagnostic> upstreamError(Graph graph, ExperimentModel experiment) {
    return graph.closure(experiment).stream()
        .flatMap(node -> diagnostics.firstError(node.folder()).stream())
        .findFirst();
  }

  /** ECJ refuses to write any class that it finds compiled; one word on the first says it all. */
  private void refused(ExperimentModel experiment) {
    TypeElement there = elements.getTypeElement(experiment.graphClass());
    if (there == null || !CompiledReader.isGraph(there)) {
      clash(experiment, "a class that exists already");
    } else if (!refused) {
      refused = true;
      diagnostics.report(
          Diagnostic.of(
                  experiment.folder(), Message.GRAPH_OF_EARLIER_BUILD, experiment.generatedName())
              .withDetail("Maven does so with: mvn clean compile"),
          experiment.place());
    }
  }

  private void clash(ExperimentModel experiment, String other) {
    diagnostics.report(
        Diagnostic.of(
            experiment.folder(),
            Message.GENERATED_NAME_CLASH,
            "the experiment '" + experiment.folder() + "'",
            other,
            experiment.generatedName(),
            experiment.packageName().isEmpty()
                ? "the unnamed package"
                : "package " + experiment.packageName()),
        experiment.place());
  }

  private static String firstLine(Diagnostic diagnostic) {
    return new DiagnosticPrinter().print(diagnostic).lines().findFirst().orElse("");
  }

  /** Returns the root classes as they stand in the current round. */
  List<TypeElement> currentRoots() {
    List<TypeElement> current = new ArrayList<>();
    for (String root : roots) {
      Optional.ofNullable(elements.getTypeElement(root)).ifPresent(current::add);
    }
    return current;
  }

  private List<TypeElement> currentSources() {
    return sources.stream()
        .flatMap(source -> Optional.ofNullable(elements.getTypeElement(source)).stream())
        .toList();
  }

  private boolean hasSource(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return sources.contains(outermost.getQualifiedName().toString());
  }
}
