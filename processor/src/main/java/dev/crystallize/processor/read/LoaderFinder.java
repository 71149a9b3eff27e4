package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.LoaderMethod;
import dev.crystallize.processor.model.LoaderModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.WriterModel;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds how an output is read back: by name, else by the type written. */
final class LoaderFinder {

  private final Types types;
  private final Elements elements;
  private final CodecReader codecs;

  LoaderFinder(Types types, Elements elements, CodecReader codecs) {
    this.types = types;
    this.elements = elements;
    this.codecs = codecs;
  }

  LoaderModel find(
      Draft draft, OutputConfig output, Optional<TypeMirror> written, WriterModel writer) {
    return output
        .loader()
        .map(Located::value)
        .map(name -> named(draft, name, written))
        .orElseGet(
            () ->
                written
                    .map(
                        type ->
                            output.kind() == OutputKind.DIRECTORY
                                ? ofDirectory(draft, type)
                                : fitting(draft, type, writer))
                    .orElseGet(LoaderModel.Silent::new));
  }

  /** Returns the type that a loader gives. */
  Optional<TypeMirror> typeRead(LoaderModel loader, Optional<TypeMirror> written) {
    if (loader instanceof LoaderModel.ByMethod method) {
      return method
          .method()
          .given()
          .filter(TypeFacts::isKnown)
          .map(type -> Boxing.boxed(types, type));
    }
    if (loader instanceof LoaderModel.Plain plain) {
      return Optional.of(typeOf(plain.form()));
    }
    return loader instanceof LoaderModel.ByCodec ? written : Optional.empty();
  }

  private TypeMirror typeOf(PlainForm form) {
    return switch (form) {
      case BYTES -> types.getArrayType(types.getPrimitiveType(TypeKind.BYTE));
      case TEXT -> jdkType("java.lang.String");
      case FILE -> jdkType("java.nio.file.Path");
    };
  }

  private TypeMirror jdkType(String name) {
    TypeElement element = elements.getTypeElement(name);
    if (element == null) {
      throw new IllegalStateException("the compiler does not know " + name);
    }
    return element.asType();
  }

  private LoaderModel named(Draft draft, String name, Optional<TypeMirror> written) {
    Resolution<LoaderMethod> method =
        NameLookup.resolve(name, draft.scope().loaders(), draft.scopeKnown(), LoaderMethod::method);
    if (method.found().isPresent()) {
      return new LoaderModel.ByMethod(method.found().get());
    }
    if (!(method instanceof Resolution.Unknown)) {
      return new LoaderModel.Unresolved(method);
    }
    return switch (name) {
      case "bytes" -> new LoaderModel.Plain(PlainForm.BYTES);
      case "text" -> new LoaderModel.Plain(PlainForm.TEXT);
      case "json" -> written.map(this::codec).orElseGet(LoaderModel.Silent::new);
      default -> new LoaderModel.Unresolved(method);
    };
  }

  /** Only a loader that takes a path can read a directory; one that cannot is told so. */
  private LoaderModel ofDirectory(Draft draft, TypeMirror written) {
    List<LoaderMethod> fit = ofType(draft, written);
    List<LoaderMethod> reading =
        fit.stream()
            .filter(loader -> loader.shape().equals(Optional.of(LoaderMethod.Shape.FILE)))
            .toList();
    if (reading.size() > 1) {
      return new LoaderModel.Ambiguous(new Resolution.Ambiguous<>("", reading));
    }
    if (!fit.isEmpty()) {
      return new LoaderModel.ByMethod(reading.isEmpty() ? fit.get(0) : reading.get(0));
    }
    if (PlainForms.of(written).equals(Optional.of(PlainForm.FILE))) {
      return new LoaderModel.Plain(PlainForm.FILE);
    }
    return isSilent(draft)
        ? new LoaderModel.Silent()
        : new LoaderModel.Missing(
            new CodecModel.Unsupported(written, "is not read from a directory", false));
  }

  private List<LoaderMethod> ofType(Draft draft, TypeMirror written) {
    return draft.scope().loaders().stream()
        .filter(
            loader ->
                loader
                    .given()
                    .filter(type -> types.isSameType(Boxing.boxed(types, type), written))
                    .isPresent())
        .toList();
  }

  /** A loader of none of the shapes, which is reported itself, may be the one that is meant. */
  private static boolean isSilent(Draft draft) {
    return !draft.scopeKnown()
        || draft.scope().loaders().stream().anyMatch(loader -> loader.shape().isEmpty());
  }

  private LoaderModel fitting(Draft draft, TypeMirror written, WriterModel writer) {
    List<LoaderMethod> fit = ofType(draft, written);
    if (fit.size() == 1) {
      return new LoaderModel.ByMethod(fit.get(0));
    }
    if (!fit.isEmpty()) {
      return new LoaderModel.Ambiguous(new Resolution.Ambiguous<>("", fit));
    }
    Optional<PlainForm> plain = PlainForms.of(written);
    if (plain.isPresent()) {
      return new LoaderModel.Plain(plain.get());
    }
    if (isSilent(draft)) {
      return new LoaderModel.Silent();
    }
    return writtenAsJson(writer) ? codec(written) : unreadable(written, writer);
  }

  private static boolean writtenAsJson(WriterModel writer) {
    return writer instanceof WriterModel.ByCodec || writer instanceof WriterModel.Missing;
  }

  /** A codec could not read what a writer of the user's own wrote in its own way. */
  private static LoaderModel unreadable(TypeMirror written, WriterModel writer) {
    if (writer instanceof WriterModel.ByMethod method) {
      String reason = "is written by " + method.method().method().javaName();
      return new LoaderModel.Missing(new CodecModel.Unsupported(written, reason, false));
    }
    return new LoaderModel.Silent();
  }

  private LoaderModel codec(TypeMirror written) {
    CodecModel codec = codecs.ofArtifact(written);
    Optional<CodecModel.Unsupported> stranger = codec.unsupported();
    if (stranger.isEmpty()) {
      return new LoaderModel.ByCodec(codec);
    }
    return stranger.get().unknownType()
        ? new LoaderModel.Silent()
        : new LoaderModel.Missing(stranger.get());
  }
}
