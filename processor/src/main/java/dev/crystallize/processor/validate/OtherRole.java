package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.YamlName;
import java.util.stream.Stream;

/** Methods that bear the wrong annotation, which whoever looked for them in vain is told. */
final class OtherRole {

  private OtherRole() {}

  /** Returns whether a name that no step or datasource has means this method. */
  static boolean isMeant(ExperimentModel experiment, MethodModel method) {
    YamlName java = YamlName.of(method.javaName());
    return Stream.concat(steps(experiment), sources(experiment))
        .flatMap(name -> Known.unknown(name).stream())
        .anyMatch(
            unknown -> java.answersTo(unknown.name()) || method.name().answersTo(unknown.name()));
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
}
