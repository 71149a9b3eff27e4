package dev.crystallize.processor.model;

import java.util.List;

/**
 * The annotated methods that an experiment may use: those of its own class, then those of {@code
 * uses}, in source order.
 *
 * @param classes the simple names of the classes looked through, for messages
 */
public record Scope(
    List<String> classes,
    List<StepMethod> steps,
    List<SourceMethod> sources,
    List<WriterMethod> writers,
    List<LoaderMethod> loaders,
    List<VerifierMethod> verifiers) {
  /** Copies the lists. */
  public Scope {
    classes = List.copyOf(classes);
    steps = List.copyOf(steps);
    sources = List.copyOf(sources);
    writers = List.copyOf(writers);
    loaders = List.copyOf(loaders);
    verifiers = List.copyOf(verifiers);
  }
}
