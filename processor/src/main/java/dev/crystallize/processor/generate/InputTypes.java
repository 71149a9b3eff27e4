package dev.crystallize.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import java.nio.file.Path;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** The types under which a step reads its inputs. */
final class InputTypes {

  private InputTypes() {}

  /** Returns what a datasource or an upstream's loader gives, if that is known. */
  static Optional<TypeMirror> given(Graph graph, SourceModel source) {
    if (source.origin() instanceof SourceModel.FromMethod fromMethod) {
      return fromMethod
          .method()
          .found()
          .map(SourceMethod::method)
          .map(method -> method.returnType());
    }
    SourceModel.FromUpstream upstream = (SourceModel.FromUpstream) source.origin();
    return upstream
        .experiment()
        .found()
        .flatMap(graph::experiment)
        .flatMap(node -> upstream.output().found().flatMap(alias -> readable(node, alias)));
  }

  private static Optional<TypeMirror> readable(GraphNode node, String alias) {
    return OutputConstants.readable(node, alias).flatMap(name -> node.readType(alias));
  }

  /** Returns the form in which a reader gets an artifact past its loader, if it asks for that. */
  static Optional<String> rawForm(TypeMirror wanted, Optional<TypeMirror> given) {
    TypeName type = TypeName.get(wanted);
    if (given.map(TypeName::get).filter(type::equals).isPresent()) {
      return Optional.empty();
    }
    if (type.equals(TypeName.get(byte[].class))) {
      return Optional.of("BYTES");
    }
    if (type.equals(TypeNames.STRING)) {
      return Optional.of("TEXT");
    }
    return type.equals(ClassName.get(Path.class)) ? Optional.of("FILE") : Optional.empty();
  }

  /**
   * Returns the type of the slot of an input. A type that only the upstream experiment names stays
   * unnamed.
   */
  static TypeName slot(SourceModel.Origin origin, TypeMirror wanted, Optional<TypeMirror> given) {
    TypeMirror source = given.orElse(wanted);
    boolean nameable =
        origin instanceof SourceModel.FromMethod
            || TypeNames.isPrimitiveOrBox(source)
            || TypeName.get(source).equals(TypeName.get(wanted));
    return nameable
        ? TypeNames.of(Api.SLOT, source)
        : ParameterizedTypeName.get(Api.SLOT, WildcardTypeName.subtypeOf(TypeNames.boxed(wanted)));
  }
}
