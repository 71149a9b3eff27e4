package dev.crystallize.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the resources of an experiment. */
final class NodeResources {

  private NodeResources() {}

  /** Those that its tasks use, directly or through others, each once. */
  static Set<SharedResource<?>> ofTasks(ExperimentNode node) {
    Set<SharedResource<?>> found = new LinkedHashSet<>();
    tasks(node).forEach(declaration -> add(declaration, found));
    return found;
  }

  /** Those of {@link #ofTasks} and those that only verifiers use. */
  static Set<SharedResource<?>> all(ExperimentNode node) {
    Set<SharedResource<?>> found = ofTasks(node);
    node.hypotheses().forEach(hypothesis -> add(hypothesis.declaration(), found));
    return found;
  }

  /** Every use of a resource, by others as well. */
  static List<ResourceUse> uses(ExperimentNode node) {
    List<Declaration> declarations = new ArrayList<>(tasks(node));
    node.hypotheses().forEach(hypothesis -> declarations.add(hypothesis.declaration()));
    all(node).forEach(resource -> declarations.add(resource.declaration()));
    return declarations.stream().flatMap(each -> each.resources().stream()).toList();
  }

  private static List<Declaration> tasks(ExperimentNode node) {
    List<Declaration> declarations = new ArrayList<>();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        declarations.add(own.declaration());
      }
    }
    node.steps().forEach(step -> declarations.add(step.declaration()));
    return declarations;
  }

  private static void add(Declaration declaration, Set<SharedResource<?>> found) {
    for (ResourceUse use : declaration.resources()) {
      if (found.add(use.resource())) {
        add(use.resource().declaration(), found);
      }
    }
  }
}
