package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code ambiguous-name}: a name in YAML that several methods have, or a type that several writers
 * or loaders fit. A name that stands in several places of a configuration is reported once.
 */
final class AmbiguousNameValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Names names = new Names(experiment, diagnostics, new HashSet<>());
    for (PipelineEntry entry : experiment.pipeline()) {
      if (entry instanceof PipelineEntry.Unresolved step) {
        names.check(Annotation.STEP, step.name(), step.config().name().place(), StepMethod::method);
      }
    }
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        names.check(
            Annotation.DATA_SOURCE,
            origin.method(),
            source.config().target().place(),
            SourceMethod::method);
      }
    }
    experiment.outputs().forEach(output -> checkOutput(names, output));
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      names.check(
          Annotation.VERIFIER,
          hypothesis.verifier(),
          hypothesis.config().verifier().place(),
          VerifierMethod::method);
      rankers(names, hypothesis);
    }
  }

  private static void rankers(Names names, HypothesisModel hypothesis) {
    Known.ambiguous(hypothesis.ranker())
        .ifPresent(
            ambiguous ->
                names.ofHypothesis(
                    hypothesis,
                    ambiguous.candidates().stream().map(RankerMethod::method).toList()));
  }

  private static void checkOutput(Names names, OutputModel output) {
    checkFormat(names, Annotation.WRITER, output, output.writer(), output.config().writer());
    checkFormat(names, Annotation.LOADER, output, output.loader(), output.config().loader());
  }

  private static void checkFormat(
      Names names,
      Annotation kind,
      OutputModel output,
      FormatModel format,
      Optional<Located<String>> name) {
    if (format instanceof FormatModel.Unresolved named) {
      Place place = name.orElse(output.config().alias()).place();
      names.check(kind, named.name(), place, FormatMethod::method);
    } else if (format instanceof FormatModel.Ambiguous ambiguous) {
      List<FormatMethod> found = ambiguous.candidates().candidates();
      names.byType(kind, output, found.stream().map(FormatMethod::method).toList());
    }
  }

  /** The names of one experiment, and which of them were reported. */
  private record Names(ExperimentModel experiment, Diagnostics diagnostics, Set<String> reported) {

    <T> void check(
        Annotation kind, Resolution<T> name, Place place, Function<T, MethodModel> method) {
      Known.ambiguous(name)
          .filter(ambiguous -> reported.add(kind.noun() + " " + ambiguous.name()))
          .ifPresent(
              ambiguous ->
                  diagnostics.report(
                      experiment,
                      place,
                      Diagnostic.of(
                              experiment.folder(),
                              Message.AMBIGUOUS_NAME,
                              kind.noun(),
                              ambiguous.name(),
                              MethodText.listed(
                                  ambiguous.candidates().stream().map(method).toList()))
                          .withDetail(
                              "give all but one another name, as in " + kind + "(\"...\")")));
    }

    void ofHypothesis(HypothesisModel hypothesis, List<MethodModel> candidates) {
      if (reported.add(Annotation.RANKER.noun())) {
        diagnostics.report(
            experiment,
            hypothesis.config().verifier().place(),
            Diagnostic.of(
                    experiment.folder(),
                    Message.AMBIGUOUS_RANKER,
                    hypothesis.name(),
                    MethodText.listed(candidates))
                .withDetail(
                    "as in "
                        + Annotation.RANKER
                        + "(\""
                        + hypothesis.name()
                        + "\"), which ranks the hypothesis of that name"));
      }
    }

    void byType(Annotation kind, OutputModel output, List<MethodModel> candidates) {
      String type = output.written().map(TypePrinter::simple).orElse("what is written");
      diagnostics.report(
          experiment,
          output.config().alias().place(),
          Diagnostic.of(
                  experiment.folder(),
                  Message.AMBIGUOUS_BY_TYPE,
                  output.alias(),
                  kind.noun(),
                  type,
                  MethodText.listed(candidates))
              .withDetail(
                  "as in "
                      + output.alias()
                      + ": { "
                      + kind.noun()
                      + ": "
                      + candidates.get(0).name().canonical()
                      + " }"));
    }
  }
}
