package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/** The resources of a node: a local variable for each, and the method behind it. */
final class ResourceGenerator {

  private final NodeParts parts;
  private final NameScope locals;
  private final Map<ExecutableElement, String> names = new HashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * Makes a generator.
   *
   * @param locals the names of the variables of the method that puts the node together
   */
  ResourceGenerator(NodeParts parts, NameScope locals) {
    this.parts = parts;
    this.locals = locals;
  }

  /** Returns the statement that declares a resource; those that it uses come before it. */
  CodeBlock declare(ResourceMethod resource) {
    MethodModel method = resource.method();
    BodyGenerator body = new BodyGenerator(parts, method, "resource");
    for (ParameterModel parameter : resource.parameters()) {
      body.argument(parameter, Optional.empty());
    }
    String name = method.name().canonical();
    TypeName type = TypeNames.of(Api.RESOURCE_BODY, method.returnType());
    MethodSpec made = body.method(parts.methodName(name), type, "context", true);
    methods.add(made);
    String local = locals.unique(Identifiers.camelCase(name));
    CodeBlock bound =
        resource.concurrency().isPresent()
            ? CodeBlock.of(".concurrency($L)", resource.concurrency().getAsInt())
            : CodeBlock.of("");
    CodeBlock declared =
        CodeBlock.builder()
            .addStatement(
                "var $N = $T.of($T.class, $L, $L, $L)$L",
                local,
                Api.SHARED_RESOURCE,
                ClassName.get(method.owner()),
                TextLiteral.of(name),
                TypeNames.literal(method.returnType()),
                reference("resource", made, body.resources()),
                bound)
            .build();
    names.put(method.element(), local);
    return declared;
  }

  /** Returns the methods of what was declared. */
  List<MethodSpec> methods() {
    return List.copyOf(methods);
  }

  /** Returns the variables of resources. */
  List<CodeBlock> variables(List<MethodModel> resources) {
    return resources.stream()
        .map(resource -> CodeBlock.of("$N", names.get(resource.element())))
        .toList();
  }

  /**
   * Returns a function of a specification: a method alone, or with the resources it is given.
   *
   * @param spec the name of the function's parameter
   */
  CodeBlock reference(String spec, MethodSpec method, List<MethodModel> resources) {
    if (resources.isEmpty()) {
      return CodeBlock.of("$T::$N", parts.self(), method.name());
    }
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("$N", spec)));
    arguments.addAll(variables(resources));
    return CodeBlock.of("$N -> $N($L)", spec, method.name(), CodeBlock.join(arguments, ", "));
  }
}
