package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.PlainForm;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.OutputConfig;
import dev.crystallize.runtime.config.OutputKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds how an output is written or read back: by name, else by type. */
final class FormatFinder {

  private final Types types;
  private final CodecReader codecs;
  private final Function<Scope, List<FormatMethod>> methods;
  private final Function<OutputConfig, Optional<Located<String>>> name;
  private final String noDirectory;

  private FormatFinder(
      Types types,
      CodecReader codecs,
      Function<Scope, List<FormatMethod>> methods,
      Function<OutputConfig, Optional<Located<String>>> name,
      String noDirectory) {
    this.types = types;
    this.codecs = codecs;
    this.methods = methods;
    this.name = name;
    this.noDirectory = noDirectory;
  }

  static FormatFinder ofWriters(Types types, CodecReader codecs) {
    return new FormatFinder(
        types, codecs, Scope::writers, OutputConfig::writer, "is not written to a directory");
  }

  static FormatFinder ofLoaders(Types types, CodecReader codecs) {
    return new FormatFinder(
        types, codecs, Scope::loaders, OutputConfig::loader, "is not read from a directory");
  }

  /**
   * Finds the format of an output.
   *
   * @param written the type written, if it is known
   * @param otherwise the format of a type that no method and no plain form is for
   */
  FormatModel find(
      Draft draft,
      OutputConfig output,
      Optional<TypeMirror> written,
      Function<TypeMirror, FormatModel> otherwise) {
    Optional<String> named = name.apply(output).map(Located::value);
    if (named.isPresent()) {
      return named(draft, named.get(), written);
    }
    if (written.isEmpty()) {
      return new FormatModel.Silent();
    }
    return output.kind() == OutputKind.DIRECTORY
        ? ofDirectory(draft, written.get())
        : fitting(draft, written.get(), otherwise);
  }

  /** Returns the generated codec of a type, or what is in its way. */
  FormatModel codec(TypeMirror written) {
    CodecModel codec = codecs.ofArtifact(written);
    Optional<CodecModel.Unsupported> stranger = codec.unsupported();
    if (stranger.isEmpty()) {
      return new FormatModel.ByCodec(codec);
    }
    return stranger.get().unknownType()
        ? new FormatModel.Silent()
        : new FormatModel.Missing(stranger.get());
  }

  private FormatModel named(Draft draft, String wanted, Optional<TypeMirror> written) {
    Resolution<FormatMethod> method =
        NameLookup.resolve(wanted, methods(draft), draft.scopeKnown(), FormatMethod::method);
    if (method.found().isPresent()) {
      return new FormatModel.ByMethod(method.found().get());
    }
    if (!(method instanceof Resolution.Unknown)) {
      return new FormatModel.Unresolved(method);
    }
    return switch (wanted) {
      case "bytes" -> new FormatModel.Plain(PlainForm.BYTES);
      case "text" -> new FormatModel.Plain(PlainForm.TEXT);
      case "json" -> written.map(this::codec).orElseGet(FormatModel.Silent::new);
      default -> new FormatModel.Unresolved(method);
    };
  }

  /** Only a method that takes a path knows directories; one that does not is told so. */
  private FormatModel ofDirectory(Draft draft, TypeMirror written) {
    List<FormatMethod> fit = ofType(draft, written);
    List<FormatMethod> ofPath =
        fit.stream()
            .filter(method -> method.shape().equals(Optional.of(FormatMethod.Shape.FILE)))
            .toList();
    if (ofPath.size() > 1) {
      return new FormatModel.Ambiguous(new Resolution.Ambiguous<>("", ofPath));
    }
    if (!fit.isEmpty()) {
      return new FormatModel.ByMethod(ofPath.isEmpty() ? fit.get(0) : ofPath.get(0));
    }
    if (PlainForms.of(written).equals(Optional.of(PlainForm.FILE))) {
      return new FormatModel.Plain(PlainForm.FILE);
    }
    return isSilent(draft)
        ? new FormatModel.Silent()
        : new FormatModel.Missing(new CodecModel.Unsupported(written, noDirectory, false));
  }

  private FormatModel fitting(
      Draft draft, TypeMirror written, Function<TypeMirror, FormatModel> otherwise) {
    List<FormatMethod> fit = ofType(draft, written);
    if (fit.size() == 1) {
      return new FormatModel.ByMethod(fit.get(0));
    }
    if (!fit.isEmpty()) {
      return new FormatModel.Ambiguous(new Resolution.Ambiguous<>("", fit));
    }
    Optional<PlainForm> plain = PlainForms.of(written);
    if (plain.isPresent()) {
      return new FormatModel.Plain(plain.get());
    }
    return isSilent(draft) ? new FormatModel.Silent() : otherwise.apply(written);
  }

  private List<FormatMethod> ofType(Draft draft, TypeMirror written) {
    return methods(draft).stream()
        .filter(
            method ->
                method
                    .type()
                    .filter(type -> types.isSameType(Boxing.boxed(types, type), written))
                    .isPresent())
        .toList();
  }

  /** A method of none of the shapes, which is reported itself, may be the one that is meant. */
  private boolean isSilent(Draft draft) {
    return !draft.scopeKnown()
        || methods(draft).stream().anyMatch(method -> method.shape().isEmpty());
  }

  private List<FormatMethod> methods(Draft draft) {
    return methods.apply(draft.scope());
  }
}
