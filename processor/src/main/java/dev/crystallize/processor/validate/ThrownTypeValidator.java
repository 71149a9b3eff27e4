package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * {@code step-signature} and the like: a method that declares to throw what is neither an {@code
 * Exception} nor an {@code Error}, which no code that calls it is ready for.
 */
final class ThrownTypeValidator implements ExperimentValidator {

  private final Types types;
  private final List<TypeMirror> allowed;

  ThrownTypeValidator(Types types, Elements elements) {
    this.types = types;
    this.allowed =
        Stream.of("java.lang.Exception", "java.lang.Error")
            .map(name -> Objects.requireNonNull(elements.getTypeElement(name), name).asType())
            .toList();
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    for (UsedMethod used : UsedMethod.of(experiment)) {
      stranger(used)
          .ifPresent(
              type ->
                  diagnostics.report(
                      Diagnostic.of(
                          experiment.folder(),
                          message(used.kind()),
                          used.kind().noun() + " '" + used.method().name().canonical() + "'",
                          TypePrinter.simple(type)),
                      used.method().place()));
    }
  }

  private Optional<TypeMirror> stranger(UsedMethod used) {
    return used.method().thrown().stream()
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .filter(type -> allowed.stream().noneMatch(one -> types.isSubtype(type, one)))
        .findFirst();
  }

  private static Message message(Annotation kind) {
    return switch (kind) {
      case WRITER -> Message.WRITER_THROWS;
      case LOADER -> Message.LOADER_THROWS;
      case VERIFIER, RANKER -> Message.VERIFIER_THROWS;
      default -> Message.STEP_THROWS;
    };
  }
}
