package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.YamlName;
import java.util.stream.Stream;

/** Methods that bear the wrong annotation, which whoever looked for them in vain is told. */
final class OtherRole {

  private OtherRole() {}

  /**
   * Returns whether this method is what was looked for in vain: by a name of the configuration, as
   * the writer or loader of a type, or as the step that records a metric or writes an output.
   */
  static boolean isMeant(Graph graph, ExperimentModel experiment, MethodModel method) {
    return isNamed(experiment, method)
        || experiment.outputs().stream().anyMatch(output -> couldWrite(output, method))
        || (isRead(graph, experiment)
            && experiment.outputs().stream().anyMatch(output -> couldLoad(output, method)))
        || shouldRecord(experiment, method)
        || shouldWrite(experiment, method);
  }

  private static boolean isNamed(ExperimentModel experiment, MethodModel method) {
    YamlName java = YamlName.of(method.javaName());
    return Stream.of(
            steps(experiment), sources(experiment), formats(experiment), verifiers(experiment))
        .flatMap(names -> names)
        .flatMap(name -> Known.unknown(name).stream())
        .anyMatch(
            unknown -> java.answersTo(unknown.name()) || method.name().answersTo(unknown.name()));
  }

  private static boolean couldWrite(OutputModel output, MethodModel method) {
    return output.writer() instanceof FormatModel.Missing missing
        && !missing.why().unknownType()
        && FormatShape.writes(method.element(), output.written().orElse(missing.why().type()));
  }

  private static boolean couldLoad(OutputModel output, MethodModel method) {
    return output.loader() instanceof FormatModel.Missing missing
        && !missing.why().unknownType()
        && FormatShape.loads(method.element(), output.written().orElse(missing.why().type()));
  }

  private static boolean isRead(Graph graph, ExperimentModel experiment) {
    return graph.experiments().stream()
        .anyMatch(reader -> reader.upstream().contains(experiment.graphClass()));
  }

  private static boolean shouldRecord(ExperimentModel experiment, MethodModel method) {
    return experiment.steps().stream()
            .anyMatch(
                step ->
                    !step.method().metric()
                        && step.method().method().element().equals(method.element()))
        && HypothesisMetricValidator.lacksMetrics(experiment);
  }

  /** Returns whether a step may be the one that is missed by an output that none writes. */
  static boolean shouldWrite(ExperimentModel experiment, MethodModel method) {
    return UnusedOutputValidator.isBroken(experiment)
        && experiment.steps().stream()
            .filter(step -> step.method().artifact().isEmpty())
            .anyMatch(step -> step.method().method().element().equals(method.element()));
  }

  private static Stream<Resolution<?>> steps(ExperimentModel experiment) {
    return experiment.pipeline().stream()
        .filter(PipelineEntry.Unresolved.class::isInstance)
        .map(entry -> ((PipelineEntry.Unresolved) entry).name());
  }

  private static Stream<Resolution<?>> sources(ExperimentModel experiment) {
    return experiment.sources().stream()
        .map(SourceModel::origin)
        .filter(SourceModel.FromMethod.class::isInstance)
        .map(origin -> ((SourceModel.FromMethod) origin).method());
  }

  private static Stream<Resolution<?>> formats(ExperimentModel experiment) {
    return experiment.outputs().stream()
        .flatMap(
            output ->
                Stream.concat(
                    output.writer() instanceof FormatModel.Unresolved writer
                        ? Stream.of(writer.name())
                        : Stream.<Resolution<?>>empty(),
                    output.loader() instanceof FormatModel.Unresolved loader
                        ? Stream.of(loader.name())
                        : Stream.<Resolution<?>>empty()));
  }

  private static Stream<Resolution<?>> verifiers(ExperimentModel experiment) {
    return experiment.hypotheses().stream().map(HypothesisModel::verifier);
  }
}
