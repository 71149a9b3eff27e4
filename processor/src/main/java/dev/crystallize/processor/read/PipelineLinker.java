package dev.crystallize.processor.read;

import dev.crystallize.processor.model.Flow;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.Returned;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.StepConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Resolves the steps of an experiment and follows the data through them. */
final class PipelineLinker {

  private final Draft draft;
  private final StepLinker links;
  private final Map<String, Integer> occurrences = new HashMap<>();

  PipelineLinker(Draft draft, StepLinker links) {
    this.draft = draft;
    this.links = links;
  }

  List<PipelineEntry> link(List<SourceModel> sources) {
    Optional<List<StepConfig>> listed = draft.file().config().steps().map(Located::value);
    List<PipelineEntry> pipeline = new ArrayList<>();
    Flow flow = first(sources);
    if (listed.isPresent()) {
      for (StepConfig entry : listed.get()) {
        flow = add(pipeline, flow, entry);
      }
    } else if (!draft.file().isBroken(ConfigPart.STEPS)) {
      for (StepMethod step : draft.scope().steps()) {
        if (step.method().inRoot()) {
          flow = add(pipeline, flow, Optional.empty(), step);
        }
      }
    }
    return pipeline;
  }

  private Flow first(List<SourceModel> sources) {
    if (draft.file().isBroken(ConfigPart.DATASOURCE)) {
      return new Flow.Unknown();
    }
    if (sources.isEmpty()) {
      return new Flow.Nothing();
    }
    if (sources.size() > 1 || !(sources.get(0).origin() instanceof SourceModel.FromMethod from)) {
      return new Flow.AllInputs();
    }
    return from.method()
        .found()
        .map(SourceMethod::method)
        .filter(method -> TypeFacts.isKnown(method.returnType()))
        .filter(method -> method.returnType().getKind() != TypeKind.VOID)
        .<Flow>map(method -> new Flow.Typed(method.returnType()))
        .orElseGet(Flow.Unknown::new);
  }

  private Flow add(List<PipelineEntry> pipeline, Flow incoming, StepConfig entry) {
    Resolution<StepMethod> step =
        NameLookup.resolve(
            entry.name().value(), draft.scope().steps(), draft.scopeKnown(), StepMethod::method);
    if (step.found().isPresent()) {
      return add(pipeline, incoming, Optional.of(entry), step.found().get());
    }
    pipeline.add(new PipelineEntry.Unresolved(entry, step));
    return new Flow.Unknown();
  }

  private Flow add(
      List<PipelineEntry> pipeline, Flow incoming, Optional<StepConfig> entry, StepMethod step) {
    List<Setting> settings = entry.map(StepConfig::settings).orElse(List.of());
    StepLinker.Links linked = links.link(step, settings);
    int occurrence = occurrences.merge(step.name(), 1, Integer::sum) - 1;
    Flow outgoing = outgoing(step, incoming);
    pipeline.add(
        new PipelineEntry.Resolved(
            new StepModel(
                entry,
                step,
                occurrence,
                linked.inputs(),
                linked.outputs(),
                linked.artifact(),
                linked.fixed(),
                linked.unknown(),
                incoming,
                outgoing)));
    return outgoing;
  }

  private static Flow outgoing(StepMethod step, Flow incoming) {
    if (step.returned() instanceof Returned.PassOn) {
      return incoming;
    }
    Optional<TypeMirror> data = StepReader.dataOf(step.returned());
    return data.<Flow>map(Flow.Typed::new).orElseGet(Flow.Unknown::new);
  }
}
