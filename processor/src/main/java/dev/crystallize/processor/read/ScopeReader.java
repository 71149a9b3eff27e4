package dev.crystallize.processor.read;

import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.read.MethodReader.ScopeClass;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Types;

/** Reads the annotated methods of classes. */
final class ScopeReader {

  private final ParameterReader parameters;
  private final UnknownAnnotations unknown;

  ScopeReader(Types types, CodecReader codecs, UnknownAnnotations unknown) {
    this.parameters = new ParameterReader(types, codecs);
    this.unknown = unknown;
  }

  /** Reads what an experiment may use: its own class comes first. */
  Scope read(List<ScopeClass> classes) {
    List<MethodModel> resources = resources(classes);
    Found found = new Found();
    for (ScopeClass owner : classes) {
      List<? extends Element> members = owner.element().getEnclosedElements();
      for (int position = 0; position < members.size(); position++) {
        if (members.get(position) instanceof ExecutableElement method) {
          add(found, owner, method, position, resources);
        }
      }
    }
    return new Scope(
        classes.stream().map(one -> one.element().getSimpleName().toString()).toList(),
        classes.stream().noneMatch(one -> unknown.areInCodeOf(one.element())),
        found.steps,
        found.sources,
        found.writers,
        found.loaders,
        found.verifiers,
        found.rankers,
        found.resources);
  }

  /** All parameters may take them, so they are known before any is read. */
  private static List<MethodModel> resources(List<ScopeClass> classes) {
    List<MethodModel> resources = new ArrayList<>();
    for (ScopeClass owner : classes) {
      List<? extends Element> members = owner.element().getEnclosedElements();
      for (int position = 0; position < members.size(); position++) {
        if (members.get(position) instanceof ExecutableElement method) {
          int place = position;
          Mirror.of(method, Mirror.RESOURCE)
              .ifPresent(role -> resources.add(MethodReader.read(owner, method, place, role)));
        }
      }
    }
    return resources;
  }

  private void add(
      Found found,
      ScopeClass owner,
      ExecutableElement element,
      int position,
      List<MethodModel> resources) {
    boolean fromSource = owner.broughtBy().isEmpty();
    for (Mirror role : Mirror.allOf(element)) {
      MethodModel method = MethodReader.read(owner, element, position, role);
      switch (role.name()) {
        case Mirror.STEP ->
            found.steps.add(
                StepReader.read(method, role, parameters.ofStep(method, fromSource, resources)));
        case Mirror.DATA_SOURCE ->
            found.sources.add(
                new SourceMethod(
                    method,
                    parameters.ofSource(method, fromSource, resources),
                    role.texts("reads")));
        case Mirror.WRITER -> found.writers.add(FormatMethodReader.writer(method));
        case Mirror.LOADER -> found.loaders.add(FormatMethodReader.loader(method));
        case Mirror.VERIFIER ->
            found.verifiers.add(
                VerifierReader.read(method, parameters.ofVerifier(method, fromSource, resources)));
        case Mirror.RANKER -> found.rankers.add(RankerReader.read(method));
        case Mirror.RESOURCE ->
            found.resources.add(
                new ResourceMethod(
                    method,
                    parameters.ofResource(method, fromSource, resources),
                    role.number("concurrency").map(OptionalInt::of).orElse(OptionalInt.empty())));
        default -> {
          // Other annotations give a method no role here.
        }
      }
    }
  }

  /** What was found so far. */
  private static final class Found {
    private final List<StepMethod> steps = new ArrayList<>();
    private final List<SourceMethod> sources = new ArrayList<>();
    private final List<FormatMethod> writers = new ArrayList<>();
    private final List<FormatMethod> loaders = new ArrayList<>();
    private final List<VerifierMethod> verifiers = new ArrayList<>();
    private final List<RankerMethod> rankers = new ArrayList<>();
    private final List<ResourceMethod> resources = new ArrayList<>();
  }
}
