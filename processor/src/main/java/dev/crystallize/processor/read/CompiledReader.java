package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CompiledExperiment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads experiments compiled earlier from the descriptors of their graphs. */
public final class CompiledReader {

  /** The version of the descriptor that this processor reads and writes. */
  static final int FORMAT = 1;

  private CompiledReader() {}

  /** Returns whether a class is a generated graph, of whatever format. */
  public static boolean isGraph(TypeElement type) {
    return Mirror.isOn(type, Mirror.DESCRIPTOR);
  }

  /** Returns what the descriptor of a generated graph tells, if it has one. */
  static Optional<CompiledExperiment> read(TypeElement graph, boolean listed) {
    return Mirror.of(graph, Mirror.DESCRIPTOR).map(found -> read(graph, found, listed));
  }

  private static CompiledExperiment read(TypeElement graph, Mirror descriptor, boolean listed) {
    List<String> outputs = descriptor.texts("outputs");
    List<String> names = descriptor.texts("constants");
    Map<String, TypeMirror> fields = fieldTypes(graph);
    Map<String, String> constants = new LinkedHashMap<>();
    Map<String, TypeMirror> readTypes = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(outputs.size(), names.size()); i++) {
      String alias = outputs.get(i);
      String constant = names.get(i);
      if (!constant.isEmpty()) {
        constants.put(alias, constant);
        Optional.ofNullable(fields.get(constant))
            .filter(type -> type.getKind() == TypeKind.DECLARED)
            .flatMap(TypeFacts::argument)
            .filter(TypeFacts::isKnown)
            .ifPresent(type -> readTypes.put(alias, type));
      }
    }
    int format = descriptor.number("format").orElse(0);
    int replicates = descriptor.number("replicates").orElse(0);
    return new CompiledExperiment(
        descriptor.text("name").orElse(""),
        descriptor.text("folder").orElse(""),
        graph.getQualifiedName().toString(),
        format,
        descriptor.text("wiring").orElse(""),
        descriptor.texts("treatments"),
        replicates > 0 ? OptionalInt.of(replicates) : OptionalInt.empty(),
        upstreamOf(descriptor).stream().map(type -> type.getQualifiedName().toString()).toList(),
        outputs,
        constants,
        readTypes,
        new HashSet<>(descriptor.texts("directories")),
        listed,
        descriptor.truth("broken") || format != FORMAT);
  }

  /** Returns the graphs that a generated graph reads from. */
  static List<TypeElement> upstreamOf(TypeElement graph) {
    return Mirror.of(graph, Mirror.DESCRIPTOR).map(CompiledReader::upstreamOf).orElseGet(List::of);
  }

  private static List<TypeElement> upstreamOf(Mirror descriptor) {
    return descriptor.classes("upstream").stream().flatMap(Optional::stream).toList();
  }

  private static Map<String, TypeMirror> fieldTypes(TypeElement graph) {
    Map<String, TypeMirror> types = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(graph.getEnclosedElements())) {
      types.put(field.getSimpleName().toString(), field.asType());
    }
    return types;
  }
}
