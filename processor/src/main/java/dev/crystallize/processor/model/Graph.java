package dev.crystallize.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All experiments that this compilation knows of. */
public final class Graph {

  private final List<ExperimentModel> experiments;
  private final List<CompiledExperiment> compiled;
  private final List<VerifierMethod> libraryVerifiers;
  private final Map<String, GraphNode> byGraphClass = new LinkedHashMap<>();

  /**
   * Makes a graph.
   *
   * @param experiments those of this compilation, sorted by folder
   * @param compiled those compiled earlier, sorted by folder
   * @param libraryVerifiers the verifiers that every experiment may name besides those in scope
   */
  public Graph(
      List<ExperimentModel> experiments,
      List<CompiledExperiment> compiled,
      List<VerifierMethod> libraryVerifiers) {
    this.experiments = List.copyOf(experiments);
    this.compiled = List.copyOf(compiled);
    this.libraryVerifiers = List.copyOf(libraryVerifiers);
    for (GraphNode node : this.experiments) {
      byGraphClass.putIfAbsent(node.graphClass(), node);
    }
    for (GraphNode node : this.compiled) {
      byGraphClass.putIfAbsent(node.graphClass(), node);
    }
  }

  /** Returns the experiments of this compilation. */
  public List<ExperimentModel> experiments() {
    return experiments;
  }

  /** Returns the experiments compiled earlier. */
  public List<CompiledExperiment> compiled() {
    return compiled;
  }

  /** Returns the verifiers that every experiment may name besides those in scope. */
  public List<VerifierMethod> libraryVerifiers() {
    return libraryVerifiers;
  }

  /** Returns the experiment whose generated graph has this qualified name. */
  public Optional<GraphNode> experiment(String graphClass) {
    return Optional.ofNullable(byGraphClass.get(graphClass));
  }

  /** Returns the experiments a node reads from, unknown ones left out. */
  public List<GraphNode> upstream(GraphNode node) {
    return node.upstream().stream().flatMap(name -> experiment(name).stream()).toList();
  }

  /**
   * Returns a node and all it depends on, each after what it reads from, as early as the order of
   * references allows. Where there is a cycle, the reference that closes it is passed over.
   */
  public List<GraphNode> closure(GraphNode node) {
    Map<String, GraphNode> done = new LinkedHashMap<>();
    Set<String> entered = new LinkedHashSet<>();
    List<GraphNode> stack = new ArrayList<>(List.of(node));
    while (!stack.isEmpty()) {
      GraphNode top = stack.get(stack.size() - 1);
      if (entered.add(top.graphClass())) {
        List<GraphNode> above = upstream(top);
        for (int i = above.size() - 1; i >= 0; i--) {
          if (!entered.contains(above.get(i).graphClass())) {
            stack.add(above.get(i));
          }
        }
      } else {
        stack.remove(stack.size() - 1);
        done.putIfAbsent(top.graphClass(), top);
      }
    }
    return List.copyOf(done.values());
  }
}
