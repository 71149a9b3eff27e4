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
  private final Map<ExecutableElement, Made> made = new HashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();
  private final Optional<ResourceGenerator> base;

  /**
   * Makes a generator.
   *
   * @param locals the names of the variables of the method that puts the node together
   */
  ResourceGenerator(NodeParts parts, NameScope locals) {
    this(parts, locals, Optional.empty());
  }

  /**
   * Makes a generator that declares resources once more.
   *
   * @param base what made some of their methods already
   */
  ResourceGenerator(NodeParts parts, NameScope locals, ResourceGenerator base) {
    this(parts, locals, Optional.of(base));
  }

  private ResourceGenerator(NodeParts parts, NameScope locals, Optional<ResourceGenerator> base) {
    this.parts = parts;
    this.locals = locals;
    this.base = base;
  }

  /** The method behind a resource, and the resources that it is given. */
  private record Made(ClassName holder, MethodSpec method, List<MethodModel> resources) {}

  /** Returns the statement that declares a resource; those that it uses come before it. */
  CodeBlock declare(ResourceMethod resource) {
    MethodModel method = resource.method();
    String name = method.name().canonical();
    Made made =
        base.flatMap(other -> Optional.ofNullable(other.made.get(method.element())))
            .orElseGet(() -> make(resource));
    String local = locals.unique(Identifiers.camelCase(name));
    CodeBlock bound =
        resource.concurrency().isPresent()
            ? CodeBlock.of(".concurrency($L)", resource.concurrency().getAsInt())
            : CodeBlock.of("");
    CodeBlock declared =
        CodeBlock.builder()
            .addStatement(
                "var $N = $T.of($L, $L, $L, $L)$L",
                local,
                Api.SHARED_RESOURCE,
                TextLiteral.of(ClassName.get(method.owner()).reflectionName()),
                TextLiteral.of(name),
                TypeNames.literal(method.returnType()),
                reference(made.holder(), "resource", made.method(), List.of(), made.resources()),
                bound)
            .build();
    names.put(method.element(), local);
    return declared;
  }

  private Made make(ResourceMethod resource) {
    MethodModel method = resource.method();
    BodyGenerator body = new BodyGenerator(parts, method, "resource");
    for (ParameterModel parameter : resource.parameters()) {
      body.argument(parameter, Optional.empty());
    }
    TypeName type = TypeNames.of(Api.RESOURCE_BODY, method.returnType());
    String name = parts.methodName(method.name().canonical());
    MethodSpec spec = body.method(name, type, "context", true);
    methods.add(spec);
    Made done = new Made(parts.self(), spec, body.resources());
    made.put(method.element(), done);
    return done;
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
    return reference(parts.self(), spec, method, List.of(), resources);
  }

  /**
   * Returns a function of a specification: a method alone, or with what it is given.
   *
   * @param holder the class of the method
   * @param spec the name of the function's parameter
   * @param inputs what it is given before its resources
   */
  CodeBlock reference(
      ClassName holder,
      String spec,
      MethodSpec method,
      List<CodeBlock> inputs,
      List<MethodModel> resources) {
    if (inputs.isEmpty() && resources.isEmpty()) {
      return CodeBlock.of("$T::$N", holder, method.name());
    }
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("$N", spec)));
    arguments.addAll(inputs);
    arguments.addAll(variables(resources));
    CodeBlock on = holder.equals(parts.self()) ? CodeBlock.of("") : CodeBlock.of("$T.", holder);
    return CodeBlock.of("$N -> $L$N($L)", spec, on, method.name(), CodeBlock.join(arguments, ", "));
  }
}
