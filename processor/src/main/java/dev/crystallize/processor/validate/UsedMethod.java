package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.UsedResources;
import java.util.ArrayList;
import java.util.List;

/** A method that the generated code of an experiment calls. */
record UsedMethod(Annotation kind, MethodModel method) {

  /** Returns all of them, each once, in the order of the configuration's parts. */
  static List<UsedMethod> of(ExperimentModel experiment) {
    List<UsedMethod> used = new ArrayList<>();
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        origin
            .method()
            .found()
            .ifPresent(found -> used.add(new UsedMethod(Annotation.DATA_SOURCE, found.method())));
      }
    }
    for (StepModel step : experiment.steps()) {
      used.add(new UsedMethod(Annotation.STEP, step.method().method()));
    }
    for (OutputModel output : experiment.outputs()) {
      if (output.writer() instanceof FormatModel.ByMethod writer) {
        used.add(new UsedMethod(Annotation.WRITER, writer.method().method()));
      }
      if (output.loader() instanceof FormatModel.ByMethod loader) {
        used.add(new UsedMethod(Annotation.LOADER, loader.method().method()));
      }
    }
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      hypothesis
          .verifier()
          .found()
          .ifPresent(found -> used.add(new UsedMethod(Annotation.VERIFIER, found.method())));
      hypothesis
          .ranker()
          .found()
          .ifPresent(found -> used.add(new UsedMethod(Annotation.RANKER, found.method())));
    }
    for (ResourceMethod resource : UsedResources.of(experiment)) {
      used.add(new UsedMethod(Annotation.RESOURCE, resource.method()));
    }
    return used.stream().distinct().toList();
  }
}
