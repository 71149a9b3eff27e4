package dev.crystallize.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.SourceMethod;
import java.util.Optional;

/** The method behind a datasource. */
final class DataSourceGenerator {

  private final NodeParts parts;

  DataSourceGenerator(NodeParts parts) {
    this.parts = parts;
  }

  /**
   * Returns the method for one use of a datasource.
   *
   * @param body nothing yet
   */
  MethodSpec source(String alias, SourceMethod source, BodyGenerator body) {
    if (!source.reads().isEmpty()) {
      body.declare(
          "source.reads($L)",
          source.reads().stream()
              .map(each -> CodeBlock.of("$L", TextLiteral.of(each)))
              .collect(CodeBlock.joining(", ")));
    }
    for (ParameterModel parameter : source.parameters()) {
      body.argument(parameter, Optional.empty());
    }
    String name = parts.methodName(alias);
    TypeName type = TypeNames.of(Api.SOURCE_BODY, source.method().returnType());
    return body.method(name, type, "context", true);
  }
}
