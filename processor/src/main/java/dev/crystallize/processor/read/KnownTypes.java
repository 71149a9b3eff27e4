package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.RankerMethod;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.VerifierMethod;
import java.util.List;
import java.util.stream.Stream;

/** Whether all types that an experiment's code names exist in this round. */
final class KnownTypes {

  private KnownTypes() {}

  static boolean areAll(
      List<SourceModel> sources,
      List<PipelineEntry> pipeline,
      List<OutputModel> outputs,
      List<HypothesisModel> hypotheses,
      List<ResourceMethod> resources) {
    Stream<MethodModel> methods =
        Stream.of(
                sources.stream().flatMap(KnownTypes::method),
                steps(pipeline).map(StepMethod::method),
                outputs.stream().flatMap(KnownTypes::methods),
                hypotheses.stream()
                    .flatMap(hypothesis -> hypothesis.verifier().found().stream())
                    .map(VerifierMethod::method),
                hypotheses.stream()
                    .flatMap(hypothesis -> hypothesis.ranker().found().stream())
                    .map(RankerMethod::method),
                resources.stream().map(ResourceMethod::method))
            .flatMap(stream -> stream);
    return methods.allMatch(MethodModel::typesKnown)
        && steps(pipeline).flatMap(step -> step.parameters().stream()).allMatch(KnownTypes::isKnown)
        && resources.stream()
            .flatMap(resource -> resource.parameters().stream())
            .allMatch(KnownTypes::isKnown)
        && outputs.stream().allMatch(KnownTypes::isKnown);
  }

  private static Stream<StepMethod> steps(List<PipelineEntry> pipeline) {
    return pipeline.stream().flatMap(entry -> entry.resolved().stream()).map(step -> step.method());
  }

  private static Stream<MethodModel> method(SourceModel source) {
    return source.origin() instanceof SourceModel.FromMethod from
        ? from.method().found().map(SourceMethod::method).stream()
        : Stream.empty();
  }

  private static Stream<MethodModel> methods(OutputModel output) {
    Stream<MethodModel> writer =
        output.writer() instanceof FormatModel.ByMethod found
            ? Stream.of(found.method().method())
            : Stream.empty();
    Stream<MethodModel> loader =
        output.loader() instanceof FormatModel.ByMethod found
            ? Stream.of(found.method().method())
            : Stream.empty();
    return Stream.concat(writer, loader);
  }

  private static boolean isKnown(ParameterModel parameter) {
    return !(parameter instanceof ParameterModel.Param param)
        || param.codec().unsupported().filter(CodecModel.Unsupported::unknownType).isEmpty();
  }

  /** An output whose record holds a type that is generated in this round has no codec yet. */
  private static boolean isKnown(OutputModel output) {
    boolean written = output.written().isPresent();
    return !(written && output.writer() instanceof FormatModel.Silent)
        && !(written && output.loader() instanceof FormatModel.Silent);
  }
}
