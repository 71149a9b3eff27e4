package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.UsedResources;
import dev.crystallize.processor.read.StepLinker.Aliases;
import dev.crystallize.runtime.config.ConfigPart;
import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.SourceTarget;
import java.util.List;

/** Resolves the names of an experiment. */
final class ExperimentLinker {

  private final ExperimentIndex index;
  private final OutputLinker outputs;
  private final HypothesisLinker hypotheses;

  ExperimentLinker(ExperimentIndex index, OutputLinker outputs, HypothesisLinker hypotheses) {
    this.index = index;
    this.outputs = outputs;
    this.hypotheses = hypotheses;
  }

  ExperimentModel link(Draft draft) {
    ExperimentConfig config = draft.file().config();
    List<SourceModel> sources =
        config.datasource().map(Located::value).orElse(List.of()).stream()
            .map(entry -> source(draft, entry))
            .toList();
    Aliases reads =
        new Aliases(
            sources.stream().map(SourceModel::alias).toList(),
            !draft.file().isBroken(ConfigPart.DATASOURCE));
    Aliases writes =
        new Aliases(
            config.outputs().stream().map(output -> output.alias().value()).toList(),
            !draft.file().isBroken(ConfigPart.OUTPUTS));
    List<PipelineEntry> pipeline =
        new PipelineLinker(draft, new StepLinker(reads, writes)).link(sources);
    List<OutputModel> written = outputs.link(draft, pipeline);
    List<HypothesisModel> tested = hypotheses.link(draft);
    return new ExperimentModel(
        draft.root(),
        draft.root().getQualifiedName().toString(),
        draft.packageName(),
        draft.generatedName(),
        draft.place(),
        draft.file(),
        draft.inline(),
        draft.scope(),
        sources,
        pipeline,
        written,
        tested,
        outputs.formats(draft.scope()),
        upstream(sources),
        draft.upstream(),
        draft.scopeKnown()
            && KnownTypes.areAll(
                sources,
                pipeline,
                written,
                tested,
                UsedResources.of(draft.scope(), sources, pipeline, tested)),
        draft.file().isUnreadable());
  }

  private SourceModel source(Draft draft, DataSourceConfig entry) {
    if (entry.target() instanceof SourceTarget.Reference reference) {
      Resolution<String> experiment = index.experiment(reference.experiment());
      return new SourceModel(
          entry,
          new SourceModel.FromUpstream(experiment, index.output(experiment, reference.alias())));
    }
    String name = ((SourceTarget.Named) entry.target()).name().value();
    return new SourceModel(
        entry,
        new SourceModel.FromMethod(
            NameLookup.resolve(
                name, draft.scope().sources(), draft.scopeKnown(), SourceMethod::method)));
  }

  private static List<String> upstream(List<SourceModel> sources) {
    return sources.stream()
        .map(SourceModel::origin)
        .filter(SourceModel.FromUpstream.class::isInstance)
        .map(SourceModel.FromUpstream.class::cast)
        .flatMap(origin -> origin.experiment().found().stream())
        .distinct()
        .toList();
  }
}
