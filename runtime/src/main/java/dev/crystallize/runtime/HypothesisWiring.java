package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.HypothesisConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.RecordedMetrics;
import dev.crystallize.runtime.config.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Finds the verifiers and rankers of the hypotheses of a configuration. */
final class HypothesisWiring {

  private static final String LIBRARY =
      "tests such as paired_t_test come with the dependency dev.crystallize:crystallize-stats";

  private final WiringReport report;
  private final CodeCatalog code;
  private final List<HypothesisConfig> hypotheses;
  private final List<CodeCatalog.Verifier> libraries;

  HypothesisWiring(WiringReport report, CodeCatalog code) {
    this.report = report;
    this.code = code;
    this.hypotheses = report.file().config().hypotheses();
    this.libraries =
        hypotheses.stream().allMatch(each -> isOwn(each.verifier())) ? List.of() : ofLibraries();
  }

  /**
   * Returns the hypotheses of which all is known.
   *
   * @param uses the steps, which record the metrics
   */
  List<HypothesisCode> wire(List<Optional<StepUse>> uses) {
    checkMetrics(uses);
    return hypotheses.stream().flatMap(hypothesis -> wire(hypothesis).stream()).toList();
  }

  private Optional<HypothesisCode> wire(HypothesisConfig hypothesis) {
    return verifier(hypothesis.verifier())
        .map(verifier -> verifier.code().apply(name(hypothesis)))
        .map(
            found ->
                new HypothesisCode(
                    found.name(),
                    found.verifier(),
                    groups(hypothesis),
                    found.correction(),
                    found.declaration(),
                    found.body(),
                    code.isTyped() ? ranker(hypothesis) : found.ranker()));
  }

  /** Where a step is unknown, or records what nobody knows, there is nothing to say of metrics. */
  private void checkMetrics(List<Optional<StepUse>> uses) {
    List<Optional<List<String>>> recorded =
        uses.stream().map(use -> use.flatMap(each -> each.step().records())).toList();
    if (!code.isTyped() || recorded.stream().anyMatch(Optional::isEmpty)) {
      return;
    }
    RecordedMetrics metrics =
        new RecordedMetrics(
            report.file().config(),
            recorded.stream().flatMap(Optional::stream).flatMap(List::stream).distinct().toList());
    List<Located<Diagnostic>> unknown = metrics.unknown(RecordedMetrics.REMEDY);
    unknown.forEach(mistake -> report.report(mistake.place(), mistake.value()));
    if (unknown.isEmpty()) {
      hypotheses.stream()
          .filter(this::isReady)
          .flatMap(hypothesis -> metrics.together(hypothesis).stream())
          .forEach(mistake -> report.report(mistake.place(), mistake.value()));
    }
  }

  /** Those of a library test one metric each. */
  private boolean isReady(HypothesisConfig hypothesis) {
    String name = hypothesis.verifier().value();
    return !isOwn(hypothesis.verifier())
        && libraries.stream().anyMatch(each -> WiringReport.isSpelt(each.name(), name));
  }

  /** A verifier of the experiment's own comes before one of a library. */
  private Optional<CodeCatalog.Verifier> verifier(Located<String> name) {
    List<CodeCatalog.Verifier> own = code.verifiers();
    if (!isOwn(name) && libraries.isEmpty()) {
      List<String> known = own.stream().map(CodeCatalog.Verifier::name).toList();
      report.unknown(Message.UNKNOWN_VERIFIER, name, known, LIBRARY);
      return Optional.empty();
    }
    return report.resolve(
        Message.UNKNOWN_VERIFIER,
        "verifier",
        name,
        isOwn(name) ? own : Stream.concat(own.stream(), libraries.stream()).toList(),
        CodeCatalog.Verifier::name);
  }

  private boolean isOwn(Located<String> name) {
    return code.verifiers().stream()
        .anyMatch(each -> WiringReport.isSpelt(each.name(), name.value()));
  }

  private static List<CodeCatalog.Verifier> ofLibraries() {
    CodeCatalog libraries = new CodeCatalog();
    ServiceLoader.load(CodeProvider.class).forEach(library -> library.list(libraries));
    return libraries.verifiers();
  }

  private static String name(HypothesisConfig hypothesis) {
    return hypothesis.name().orElse(hypothesis.verifier()).value();
  }

  private static List<List<String>> groups(HypothesisConfig hypothesis) {
    return hypothesis.metrics().orElse(List.of()).stream()
        .<List<String>>map(group -> group.metrics().stream().map(Located::value).toList())
        .toList();
  }

  /** The ranker that is named like the hypothesis, else the only one that is named like none. */
  private Optional<RankerCode> ranker(HypothesisConfig hypothesis) {
    List<RankerCode> own = named(name(hypothesis));
    List<RankerCode> found = own.isEmpty() ? others() : own;
    if (found.size() > 1) {
      report.report(
          hypothesis.verifier().place(),
          report.diagnostic(
              Message.AMBIGUOUS_RANKER,
              name(hypothesis),
              Suggestion.listed(found.stream().map(RankerCode::name).toList())));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<RankerCode> named(String name) {
    return code.rankers().stream()
        .filter(ranker -> WiringReport.isSpelt(ranker.name(), name))
        .toList();
  }

  private List<RankerCode> others() {
    return code.rankers().stream()
        .filter(
            ranker ->
                hypotheses.stream()
                    .noneMatch(each -> WiringReport.isSpelt(ranker.name(), name(each))))
        .toList();
  }
}
