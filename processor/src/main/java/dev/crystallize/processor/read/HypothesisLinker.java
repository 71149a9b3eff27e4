package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.read.MethodReader.ScopeClass;
import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Resolves the verifiers of hypotheses: in scope, else among those of the statistics module. */
final class HypothesisLinker {

  private final Elements elements;
  private final ScopeReader scopes;
  private final Map<Draft, List<VerifierMethod>> fromLibrary = new HashMap<>();

  HypothesisLinker(Elements elements, ScopeReader scopes) {
    this.elements = elements;
    this.scopes = scopes;
  }

  List<HypothesisModel> link(Draft draft) {
    RankerFinder rankers = new RankerFinder(draft);
    return draft.file().config().hypotheses().stream()
        .map(config -> link(draft, config, rankers))
        .toList();
  }

  private HypothesisModel link(Draft draft, HypothesisConfig config, RankerFinder rankers) {
    Resolution<VerifierMethod> verifier = verifier(draft, config.verifier().value());
    List<Setting> rest = new ArrayList<>(config.params());
    List<ParameterModel> parameters =
        verifier.found().map(VerifierMethod::parameters).orElse(List.of());
    Map<Integer, Setting> fixed = StepLinker.takeParams(parameters, rest);
    return new HypothesisModel(
        config, verifier, rankers.find(config), fixed, verifier.isFound() ? rest : List.of());
  }

  private Resolution<VerifierMethod> verifier(Draft draft, String name) {
    Resolution<VerifierMethod> own =
        NameLookup.resolve(
            name, draft.scope().verifiers(), draft.scopeKnown(), VerifierMethod::method);
    if (!(own instanceof Resolution.Unknown<VerifierMethod> unknown)) {
      return own;
    }
    List<VerifierMethod> library = fromLibrary.computeIfAbsent(draft, one -> library(one.place()));
    Resolution<VerifierMethod> found =
        NameLookup.resolve(name, library, true, VerifierMethod::method);
    return found instanceof Resolution.Unknown<VerifierMethod> neither
        ? new Resolution.Unknown<>(
            name, Stream.concat(unknown.known().stream(), neither.known().stream()).toList())
        : found;
  }

  /**
   * Returns the verifiers of the statistics module; none if it is not on the class path.
   *
   * @param place where mistakes in them are put
   */
  List<VerifierMethod> library(ElementPlace place) {
    TypeElement type = elements.getTypeElement(VerifierMethod.LIBRARY);
    if (type == null) {
      return List.of();
    }
    ScopeClass owner = new ScopeClass(type, VerifierMethod.LIBRARY, false, Optional.of(place));
    Scope scope = scopes.read(List.of(owner));
    return scope.verifiers();
  }
}
