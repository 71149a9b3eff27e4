package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.runtime.config.OutputConfig;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds how an output is read back, and as what. */
final class LoaderFinder {

  private final Types types;
  private final Elements elements;
  private final FormatFinder formats;

  LoaderFinder(Types types, Elements elements, CodecReader codecs) {
    this.types = types;
    this.elements = elements;
    this.formats = FormatFinder.ofLoaders(types, codecs);
  }

  FormatModel find(
      Draft draft, OutputConfig output, Optional<TypeMirror> written, FormatModel writer) {
    return formats.find(draft, output, written, type -> ofType(type, writer));
  }

  /** Returns the type that a loader gives. */
  Optional<TypeMirror> typeRead(FormatModel loader, Optional<TypeMirror> written) {
    if (loader instanceof FormatModel.ByMethod method) {
      return method
          .method()
          .type()
          .filter(TypeFacts::isKnown)
          .map(type -> Boxing.boxed(types, type));
    }
    if (loader instanceof FormatModel.Plain plain) {
      return Optional.of(typeOf(plain.form()));
    }
    return loader instanceof FormatModel.ByCodec ? written : Optional.empty();
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

  private FormatModel ofType(TypeMirror written, FormatModel writer) {
    return writtenAsJson(writer) ? formats.codec(written) : unreadable(written, writer);
  }

  private static boolean writtenAsJson(FormatModel writer) {
    return writer instanceof FormatModel.ByCodec || writer instanceof FormatModel.Missing;
  }

  /** A codec could not read what a writer of the user's own wrote in its own way. */
  private static FormatModel unreadable(TypeMirror written, FormatModel writer) {
    if (writer instanceof FormatModel.ByMethod method) {
      String reason = "is written by " + method.method().method().javaName();
      return new FormatModel.Missing(new CodecModel.Unsupported(written, reason, false));
    }
    return new FormatModel.Silent();
  }
}
