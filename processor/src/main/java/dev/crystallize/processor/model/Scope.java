package dev.crystallize.processor.model;

import java.util.List;

/**
 * The annotated methods that an experiment may use: those of its own class, then those of {@code
 * uses}, in source order.
 *
 * @param classes the simple names of the classes looked through, for messages
 * @param settled whether the compiler knows all annotations in these classes; if not, any method
 *     may be meant as anything
 */
public record Scope(
    List<String> classes,
    boolean settled,
    List<StepMethod> steps,
    List<SourceMethod> sources,
    List<FormatMethod> writers,
    List<FormatMethod> loaders,
    List<VerifierMethod> verifiers,
    List<RankerMethod> rankers,
    List<ResourceMethod> resources) {
  /** Copies the lists. */
  public Scope {
    classes = List.copyOf(classes);
    steps = List.copyOf(steps);
    sources = List.copyOf(sources);
    writers = List.copyOf(writers);
    loaders = List.copyOf(loaders);
    verifiers = List.copyOf(verifiers);
    rankers = List.copyOf(rankers);
    resources = List.copyOf(resources);
  }

  /**
   * Returns the resource that a method of this scope makes.
   *
   * @throws IllegalArgumentException if it makes none
   */
  public ResourceMethod resource(MethodModel method) {
    return resources.stream()
        .filter(resource -> resource.method().element().equals(method.element()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no resource: " + method.display()));
  }
}
