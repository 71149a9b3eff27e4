package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.crystallize.processor.model.MethodModel;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** A call of a user's method inside a task. */
final class Call {

  private Call() {}

  /**
   * Returns the call; of an instance method on the task's one instance of its class.
   *
   * @param constantNames the names of constants that must not be taken for classes
   */
  static CodeBlock of(MethodModel method, List<CodeBlock> arguments, Set<String> constantNames) {
    ClassName owner = ClassName.get(method.owner());
    CodeBlock on =
        method.isStatic()
            ? TypeNames.owner(method, constantNames)
            : CodeBlock.of("context.instance($T.class, $T::new)", owner, owner);
    return CodeBlock.of("$L.$N($L)", on, method.javaName(), CodeBlock.join(arguments, ", "));
  }

  /**
   * Returns whether another method of that name takes as many arguments, so that only arguments of
   * exactly its types are sure to reach it.
   */
  static boolean isOverloaded(MethodModel method) {
    List<ExecutableElement> methods = ElementFilter.methodsIn(method.owner().getEnclosedElements());
    int arity = method.element().getParameters().size();
    return methods.stream()
            .filter(other -> other.getSimpleName().contentEquals(method.javaName()))
            .filter(other -> other.getParameters().size() == arity || other.isVarArgs())
            .count()
        > 1;
  }
}
