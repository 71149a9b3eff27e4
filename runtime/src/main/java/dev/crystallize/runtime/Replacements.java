package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the options of a run put in the place of resources. */
final class Replacements {

  private final Map<SharedResource<?>, Object> instances = new LinkedHashMap<>();

  private Replacements() {}

  /**
   * Finds out which resources are meant.
   *
   * @param nodes the experiments of the run
   * @param given instances by the type that is wanted
   * @throws IllegalArgumentException if a type is that of no resource or of several, or an instance
   *     is not what all need that use the resource
   */
  static Replacements of(Collection<ExperimentNode> nodes, Map<Class<?>, Object> given) {
    Replacements replacements = new Replacements();
    Set<SharedResource<?>> all = new LinkedHashSet<>();
    nodes.forEach(node -> all.addAll(NodeResources.all(node)));
    given.forEach((type, instance) -> replacements.instances.put(meant(type, all), instance));
    nodes.stream().flatMap(node -> NodeResources.uses(node).stream()).forEach(replacements::check);
    return replacements;
  }

  /** As with parameters, the very type goes before those that extend it. */
  private static SharedResource<?> meant(Class<?> type, Set<SharedResource<?>> all) {
    List<SharedResource<?>> found = all.stream().filter(each -> each.type() == type).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(each -> type.isAssignableFrom(each.type())).toList();
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          (found.isEmpty() ? "no resource" : "more than one resource")
              + " of the graph is a "
              + type.getName()
              + "; its resources: "
              + Suggestion.listed(
                  all.stream()
                      .map(each -> each.name() + " (" + each.type().getName() + ")")
                      .toList()));
    }
    return found.get(0);
  }

  private void check(ResourceUse use) {
    Object instance = instances.get(use.resource());
    if (instance != null && !use.type().isInstance(instance)) {
      throw new IllegalArgumentException(
          String.format(
              "resource '%s' cannot be replaced by a %s: it is used as a %s",
              use.resource().name(), instance.getClass().getName(), use.type().getName()));
    }
  }

  /** What stands in for a resource, if anything does. */
  Optional<Object> of(SharedResource<?> resource) {
    return Optional.ofNullable(instances.get(resource));
  }
}
