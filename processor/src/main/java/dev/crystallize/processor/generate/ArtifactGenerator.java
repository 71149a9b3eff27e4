package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.PlainForm;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * How artifacts are written and read. Lambdas state the types of their parameters, because a
 * method's name may be overloaded.
 */
final class ArtifactGenerator {

  private static final TypeName BYTES = TypeName.get(byte[].class);

  private final CodecGenerator codecs;
  private final Set<String> constantNames;

  /**
   * Makes a generator.
   *
   * @param constantNames the names of constants that must not be taken for classes
   */
  ArtifactGenerator(CodecGenerator codecs, Set<String> constantNames) {
    this.codecs = codecs;
    this.constantNames = constantNames;
  }

  /** Returns a loader; the file itself where there is none. */
  CodeBlock loader(FormatModel loader) {
    if (loader instanceof FormatModel.ByMethod byMethod) {
      return loading(byMethod.method());
    }
    if (loader instanceof FormatModel.ByCodec byCodec) {
      return CodeBlock.of("$T.json($L)", Api.ARTIFACT_LOADER, codecs.codec(byCodec.codec()));
    }
    return plainLoader(loader instanceof FormatModel.Plain plain ? plain.form() : PlainForm.FILE);
  }

  /** Returns a loader that gives the content or the file itself. */
  static CodeBlock plainLoader(PlainForm form) {
    return switch (form) {
      case BYTES -> identity(Api.ARTIFACT_LOADER, "bytes", BYTES, "content");
      case TEXT -> identity(Api.ARTIFACT_LOADER, "text", TypeNames.STRING, "content");
      case FILE -> identity(Api.ARTIFACT_LOADER, "file", ClassName.get(Path.class), "file");
    };
  }

  /**
   * Returns a writer.
   *
   * @param written the type that the step writes
   * @param directory whether it fills a directory
   */
  CodeBlock writer(FormatModel writer, TypeMirror written, boolean directory) {
    if (writer instanceof FormatModel.ByMethod byMethod) {
      return writing(byMethod.method(), written, directory);
    }
    if (writer instanceof FormatModel.ByCodec byCodec) {
      return CodeBlock.of("$T.json($L)", Api.ARTIFACT_WRITER, codecs.codec(byCodec.codec()));
    }
    if (writer instanceof FormatModel.Plain plain) {
      return switch (plain.form()) {
        case BYTES -> identity(Api.ARTIFACT_WRITER, "bytes", BYTES, "value");
        case TEXT -> identity(Api.ARTIFACT_WRITER, "text", TypeNames.STRING, "value");
        case FILE ->
            CodeBlock.of("$T.$L()", Api.ARTIFACT_WRITER, directory ? "copyDirectory" : "copy");
      };
    }
    throw new IllegalArgumentException("no writer: " + writer);
  }

  private static CodeBlock identity(ClassName type, String form, TypeName of, String name) {
    return CodeBlock.of("$T.$L(($T $N) -> $N)", type, form, of, name, name);
  }

  private CodeBlock loading(FormatMethod loader) {
    CodeBlock owner = owner(loader.method());
    String method = loader.method().javaName();
    return switch (loader.shape().orElseThrow()) {
      case BYTES -> load("bytes", BYTES, "content", owner, method);
      case TEXT -> load("text", TypeNames.STRING, "content", owner, method);
      case STREAM -> load("stream", ClassName.get(InputStream.class), "in", owner, method);
      case FILE -> load("file", ClassName.get(Path.class), "file", owner, method);
    };
  }

  private static CodeBlock load(
      String form, TypeName from, String name, CodeBlock owner, String method) {
    return CodeBlock.of(
        "$T.$L(($T $N) -> $L.$N($N))", Api.ARTIFACT_LOADER, form, from, name, owner, method, name);
  }

  private CodeBlock writing(FormatMethod writer, TypeMirror written, boolean directory) {
    TypeName value = taken(writer, written);
    CodeBlock owner = owner(writer.method());
    String method = writer.method().javaName();
    return switch (writer.shape().orElseThrow()) {
      case BYTES -> encode("bytes", value, owner, method);
      case TEXT -> encode("text", value, owner, method);
      case STREAM -> write("stream", value, OutputStream.class, "out", owner, method);
      case FILE -> {
        String form = directory ? "directory" : "file";
        yield write(form, value, Path.class, form, owner, method);
      }
    };
  }

  private static CodeBlock encode(String form, TypeName value, CodeBlock owner, String method) {
    return CodeBlock.of(
        "$T.$L(($T value) -> $L.$N(value))", Api.ARTIFACT_WRITER, form, value, owner, method);
  }

  private static CodeBlock write(
      String form, TypeName value, Class<?> target, String name, CodeBlock owner, String method) {
    return CodeBlock.of(
        "$T.$L(($T value, $T $N) -> $L.$N(value, $N))",
        Api.ARTIFACT_WRITER,
        form,
        value,
        target,
        name,
        owner,
        method,
        name);
  }

  /**
   * The method's own type picks the right overload; among numbers, only the step's type fits the
   * output.
   */
  private static TypeName taken(FormatMethod writer, TypeMirror written) {
    TypeMirror taken = writer.type().orElse(written);
    return TypeNames.boxed(TypeNames.isPrimitiveOrBox(written) ? written : taken);
  }

  /** Loaders run outside tasks too, so an instance cannot be the task's. */
  private CodeBlock owner(MethodModel method) {
    return method.isStatic()
        ? TypeNames.owner(method, constantNames)
        : CodeBlock.of("new $T()", ClassName.get(method.owner()));
  }
}
