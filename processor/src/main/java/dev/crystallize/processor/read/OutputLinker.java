package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.OutputModel;
import dev.crystallize.processor.model.OutputModel.Write;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.PipelineEntry;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.StepModel.Binding;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.OutputConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds for each output who writes it, how, and how it is read back. */
final class OutputLinker {

  private final Types types;
  private final FormatFinder writers;
  private final LoaderFinder loaders;
  private final CodecReader codecs;

  OutputLinker(Types types, Elements elements, CodecReader codecs) {
    this.types = types;
    this.codecs = codecs;
    this.writers = FormatFinder.ofWriters(types, codecs);
    this.loaders = new LoaderFinder(types, elements, codecs);
  }

  List<OutputModel> link(Draft draft, List<PipelineEntry> pipeline) {
    List<OutputModel> outputs = new ArrayList<>();
    for (OutputConfig config : draft.file().config().outputs()) {
      List<Write> writes = writes(pipeline, config.alias().value());
      Optional<TypeMirror> written =
          writes.stream().flatMap(write -> write.type().stream()).findFirst();
      FormatModel writer = writers.find(draft, config, written, writers::codec);
      FormatModel loader = loaders.find(draft, config, written, writer);
      outputs.add(
          new OutputModel(
              config, writes, writer, loader, written, loaders.typeRead(loader, written)));
    }
    return outputs;
  }

  /** Returns how JSON is made of what the steps in scope write, of each type once. */
  List<CodecModel> formats(Scope scope) {
    Map<String, CodecModel> formats = new LinkedHashMap<>();
    for (StepMethod step : scope.steps()) {
      List<TypeMirror> written = new ArrayList<>();
      step.parameters(ParameterModel.OutputHandle.class)
          .forEach(handle -> handle.written().ifPresent(written::add));
      step.artifact()
          .flatMap(name -> StepReader.dataOf(step.returned()))
          .ifPresent(data -> written.add(Boxing.boxed(types, data)));
      for (TypeMirror type : written) {
        CodecModel codec = codecs.ofArtifact(type);
        if (codec.unsupported().isEmpty()) {
          formats.putIfAbsent(TypePrinter.qualified(type), codec);
        }
      }
    }
    return List.copyOf(formats.values());
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
