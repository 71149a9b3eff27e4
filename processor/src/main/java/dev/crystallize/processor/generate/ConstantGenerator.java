package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.OutputModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The constant that stands for an output, with the type its loader gives. */
final class ConstantGenerator {

  private final ClassName graph;
  private final ArtifactGenerator artifacts;

  ConstantGenerator(ClassName graph, ArtifactGenerator artifacts) {
    this.graph = graph;
    this.artifacts = artifacts;
  }

  /**
   * Returns the constant.
   *
   * @param mayBePublic whether it is seen outside the package if its type allows
   * @param loader what replaces the loader after errors
   */
  FieldSpec constant(
      OutputModel output, String name, boolean mayBePublic, Optional<CodeBlock> loader) {
    boolean readable = OutputConstants.isReadable(output);
    TypeName type =
        output
            .read()
            .filter(read -> readable)
            .map(TypeNames::boxed)
            .orElseGet(() -> ClassName.get(Path.class));
    FieldSpec.Builder field =
        FieldSpec.builder(ParameterizedTypeName.get(Api.ARTIFACT_REF, type), name)
            .addJavadoc("$L\n", javadoc(output));
    if (mayBePublic && output.read().map(TypeNames::isPublic).orElse(true)) {
      field.addModifiers(Modifier.PUBLIC);
    }
    return field
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.of($T::node, $L, $L)",
            Api.ARTIFACT_REF,
            graph,
            TextLiteral.of(output.alias()),
            loader.orElseGet(() -> artifacts.loader(output.loader())))
        .build();
  }

  private static String javadoc(OutputModel output) {
    String steps =
        output.writes().stream()
            .map(write -> TextLiteral.code(write.name()))
            .distinct()
            .collect(Collectors.joining(", "));
    String by = steps.isEmpty() ? "" : ", written by step " + steps;
    return "Output "
        + TextLiteral.code(output.alias())
        + ": "
        + TextLiteral.code(output.fileName())
        + by
        + ".";
  }
}
