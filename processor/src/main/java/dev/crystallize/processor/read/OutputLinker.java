package dev.crystallize.processor.read;

import dev.crystallize.processor.model.LoaderModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.OutputModel.Write;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.StepModel.Binding;
import dev.crystallize.processor.model.WriterModel;
import dev.crystallize.runtime.config.OutputConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds for each output who writes it, how, and how it is read back. */
final class OutputLinker {

  private final Types types;
  private final WriterFinder writers;
  private final LoaderFinder loaders;

  OutputLinker(Types types, Elements elements, CodecReader codecs) {
    this.types = types;
    this.writers = new WriterFinder(types, codecs);
    this.loaders = new LoaderFinder(types, elements, codecs);
  }

  List<OutputModel> link(Draft draft, List<PipelineEntry> pipeline) {
    List<OutputModel> outputs = new ArrayList<>();
    for (OutputConfig config : draft.file().config().outputs()) {
      List<Write> writes = writes(pipeline, config.alias().value());
      Optional<TypeMirror> written =
          writes.stream().flatMap(write -> write.type().stream()).findFirst();
      WriterModel writer = writers.find(draft, config, written);
      LoaderModel loader = loaders.find(draft, config, written, writer);
      outputs.add(
          new OutputModel(
              config, writes, writer, loader, written, loaders.typeRead(loader, written)));
    }
    return outputs;
  }

  private List<Write> writes(List<PipelineEntry> pipeline, String alias) {
    List<Write> writes = new ArrayList<>();
    for (int index = 0; index < pipeline.size(); index++) {
      Optional<StepModel> resolved = pipeline.get(index).resolved();
      if (resolved.isPresent()) {
        addWrites(writes, index, resolved.get(), alias);
      }
    }
    return writes;
  }

  private void addWrites(List<Write> writes, int index, StepModel step, String alias) {
    for (ParameterModel.OutputHandle handle :
        step.method().parameters(ParameterModel.OutputHandle.class)) {
      if (isBound(Optional.ofNullable(step.outputs().get(handle.position())), alias)) {
        Optional<TypeMirror> type = handle.written().filter(TypeFacts::isKnown);
        writes.add(new Write(index, step.name(), type, handle.declared().place()));
      }
    }
    if (isBound(step.artifact(), alias)) {
      Optional<TypeMirror> type =
          StepReader.dataOf(step.method().returned()).map(data -> Boxing.boxed(types, data));
      writes.add(new Write(index, step.name(), type, step.method().method().place()));
    }
  }

  private static boolean isBound(Optional<Binding> binding, String alias) {
    return binding.flatMap(bound -> bound.alias().found()).filter(alias::equals).isPresent();
  }
}
