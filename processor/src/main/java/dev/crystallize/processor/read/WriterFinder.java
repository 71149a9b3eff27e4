package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.WriterMethod;
import dev.crystallize.processor.model.WriterModel;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds how an output is written: by name, else by type. */
final class WriterFinder {

  private final Types types;
  private final CodecReader codecs;

  WriterFinder(Types types, CodecReader codecs) {
    this.types = types;
    this.codecs = codecs;
  }

  WriterModel find(Draft draft, OutputConfig output, Optional<TypeMirror> written) {
    return output
        .writer()
        .map(Located::value)
        .map(name -> named(draft, name, written))
        .orElseGet(
            () ->
                written
                    .map(
                        type ->
                            output.kind() == OutputKind.DIRECTORY
                                ? filling(draft, type)
                                : fitting(draft, type))
                    .orElseGet(WriterModel.Silent::new));
  }

  private WriterModel named(Draft draft, String name, Optional<TypeMirror> written) {
    List<WriterMethod> all = draft.scope().writers();
    Resolution<WriterMethod> method =
        NameLookup.resolve(name, all, draft.scopeKnown(), WriterMethod::method);
    if (method.found().isPresent()) {
      return new WriterModel.ByMethod(method.found().get());
    }
    if (!(method instanceof Resolution.Unknown)) {
      return new WriterModel.Unresolved(method);
    }
    return switch (name) {
      case "bytes" -> new WriterModel.Plain(PlainForm.BYTES);
      case "text" -> new WriterModel.Plain(PlainForm.TEXT);
      case "json" -> written.map(this::codec).orElseGet(WriterModel.Silent::new);
      default -> new WriterModel.Unresolved(method);
    };
  }

  /** Only a writer that takes a path can fill a directory; one that cannot is told so. */
  private WriterModel filling(Draft draft, TypeMirror written) {
    List<WriterMethod> fit = ofType(draft, written);
    List<WriterMethod> filling =
        fit.stream()
            .filter(writer -> writer.shape().equals(Optional.of(WriterMethod.Shape.FILE)))
            .toList();
    if (filling.size() > 1) {
      return new WriterModel.Ambiguous(new Resolution.Ambiguous<>("", filling));
    }
    if (!fit.isEmpty()) {
      return new WriterModel.ByMethod(filling.isEmpty() ? fit.get(0) : filling.get(0));
    }
    if (PlainForms.of(written).equals(Optional.of(PlainForm.FILE))) {
      return new WriterModel.Plain(PlainForm.FILE);
    }
    return isSilent(draft)
        ? new WriterModel.Silent()
        : new WriterModel.Missing(
            new CodecModel.Unsupported(written, "is not written to a directory", false));
  }

  private List<WriterMethod> ofType(Draft draft, TypeMirror written) {
    return draft.scope().writers().stream()
        .filter(writer -> writer.taken().filter(type -> isSame(type, written)).isPresent())
        .toList();
  }

  private WriterModel fitting(Draft draft, TypeMirror written) {
    List<WriterMethod> fit = ofType(draft, written);
    if (fit.size() == 1) {
      return new WriterModel.ByMethod(fit.get(0));
    }
    if (!fit.isEmpty()) {
      return new WriterModel.Ambiguous(new Resolution.Ambiguous<>("", fit));
    }
    return PlainForms.of(written)
        .<WriterModel>map(WriterModel.Plain::new)
        .orElseGet(() -> isSilent(draft) ? new WriterModel.Silent() : codec(written));
  }

  /** A writer of none of the shapes, which is reported itself, may be the one that is meant. */
  private static boolean isSilent(Draft draft) {
    return !draft.scopeKnown()
        || draft.scope().writers().stream().anyMatch(writer -> writer.shape().isEmpty());
  }

  private boolean isSame(TypeMirror taken, TypeMirror written) {
    return types.isSameType(Boxing.boxed(types, taken), written);
  }

  private WriterModel codec(TypeMirror written) {
    CodecModel codec = codecs.ofArtifact(written);
    Optional<CodecModel.Unsupported> stranger = codec.unsupported();
    if (stranger.isEmpty()) {
      return new WriterModel.ByCodec(codec);
    }
    return stranger.get().unknownType()
        ? new WriterModel.Silent()
        : new WriterModel.Missing(stranger.get());
  }
}
