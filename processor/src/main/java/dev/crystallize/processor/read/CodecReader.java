package dev.crystallize.processor.read;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.report.TypePrinter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds how a type is written as JSON, for one round. */
final class CodecReader {

  private static final Map<String, CodecModel.Kind> BOXES =
      Map.of(
          "java.lang.Boolean", CodecModel.Kind.BOOLEAN,
          "java.lang.Byte", CodecModel.Kind.BYTE,
          "java.lang.Short", CodecModel.Kind.SHORT,
          "java.lang.Character", CodecModel.Kind.CHAR,
          "java.lang.Integer", CodecModel.Kind.INT,
          "java.lang.Long", CodecModel.Kind.LONG,
          "java.lang.Float", CodecModel.Kind.FLOAT,
          "java.lang.Double", CodecModel.Kind.DOUBLE,
          "java.lang.String", CodecModel.Kind.STRING);

  private final Types types;
  private final Map<String, CodecModel> known = new HashMap<>();

  CodecReader(Types types) {
    this.types = types;
  }

  /** Returns the codec of a value that is written to a file. */
  CodecModel ofArtifact(TypeMirror type) {
    return known.computeIfAbsent(
        TypePrinter.qualified(type), id -> read(type, new ArrayList<>(), false));
  }

  /** Returns the codec of a parameter, which may be a path as well. */
  CodecModel ofParam(TypeMirror type) {
    return read(type, new ArrayList<>(), true);
  }

  private CodecModel read(TypeMirror type, List<String> inside, boolean paths) {
    if (type.getKind().isPrimitive()) {
      return new CodecModel.Scalar(type, CodecModel.Kind.valueOf(type.getKind().name()));
    }
    if (type.getKind() == TypeKind.ARRAY) {
      TypeMirror component = ((ArrayType) type).getComponentType();
      return new CodecModel.ArrayOf(type, read(component, inside, paths));
    }
    if (type.getKind() == TypeKind.ERROR) {
      return new CodecModel.Unsupported(type, "does not exist", true);
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return unsupported(type, "is not a class");
    }
    DeclaredType declared = (DeclaredType) type;
    TypeElement element = (TypeElement) declared.asElement();
    String name = element.getQualifiedName().toString();
    CodecModel.Kind scalar = BOXES.get(name);
    if (scalar != null) {
      return new CodecModel.Scalar(type, scalar);
    }
    return switch (name) {
      case "java.util.Optional" ->
          ofArgument(declared, inside, paths, inner -> new CodecModel.OptionalOf(type, inner));
      case "java.util.List" ->
          ofArgument(declared, inside, paths, inner -> new CodecModel.ListOf(type, inner));
      case "java.util.Map" -> map(declared, inside, paths);
      case "java.nio.file.Path" ->
          paths ? new CodecModel.PathText(type) : unsupported(type, "is no data but a place");
      default -> named(declared, element, inside, paths);
    };
  }

  private CodecModel ofArgument(
      DeclaredType type,
      List<String> inside,
      boolean paths,
      Function<CodecModel, CodecModel> wrap) {
    return TypeFacts.argument(type)
        .map(argument -> wrap.apply(read(argument, inside, paths)))
        .orElseGet(() -> unsupported(type, "does not say of what"));
  }

  private CodecModel map(DeclaredType type, List<String> inside, boolean paths) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (arguments.size() != 2 || !TypeFacts.is(arguments.get(0), "java.lang.String")) {
      return unsupported(type, "does not have String keys");
    }
    return new CodecModel.MapOf(type, read(arguments.get(1), inside, paths));
  }

  private CodecModel named(
      DeclaredType type, TypeElement element, List<String> inside, boolean paths) {
    if (element.getKind() == ElementKind.ENUM) {
      return new CodecModel.Enumeration(
          type,
          element.getEnclosedElements().stream()
              .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
              .map(constant -> constant.getSimpleName().toString())
              .toList());
    }
    boolean record = element.getKind() == ElementKind.RECORD;
    boolean sealed =
        element.getKind() == ElementKind.INTERFACE
            && element.getModifiers().contains(Modifier.SEALED);
    if (!record && !sealed) {
      return unsupported(type, "is no record");
    }
    String id = TypePrinter.qualified(type);
    if (inside.contains(id)) {
      return new CodecModel.Recursion(type, id);
    }
    if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
      return unsupported(type, "is raw");
    }
    inside.add(id);
    CodecModel codec =
        record
            ? record(type, element, id, inside, paths)
            : sealed(type, element, id, inside, paths);
    inside.remove(inside.size() - 1);
    return codec;
  }

  private CodecModel record(
      DeclaredType type, TypeElement element, String id, List<String> inside, boolean paths) {
    List<CodecModel.Field> fields = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      TypeMirror fieldType = typeOf(type, component);
      fields.add(
          new CodecModel.Field(
              component.getSimpleName().toString(), fieldType, read(fieldType, inside, paths)));
    }
    return new CodecModel.RecordOf(type, id, fields);
  }

  private TypeMirror typeOf(DeclaredType type, RecordComponentElement component) {
    if (type.getTypeArguments().isEmpty()) {
      return component.asType();
    }
    TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
    return ((ExecutableType) accessor).getReturnType();
  }

  private CodecModel sealed(
      DeclaredType type, TypeElement element, String id, List<String> inside, boolean paths) {
    Map<String, TypeMirror> records = new LinkedHashMap<>();
    Optional<String> stranger = collectRecords(element, records);
    if (stranger.isPresent()) {
      return unsupported(type, "permits " + stranger.get() + ", which is no plain record");
    }
    return new CodecModel.SealedOf(
        type, id, records.values().stream().map(one -> read(one, inside, paths)).toList());
  }

  /** Adds all records under a sealed interface; returns the first case that is something else. */
  private static Optional<String> collectRecords(
      TypeElement sealed, Map<String, TypeMirror> records) {
    for (TypeMirror permitted : sealed.getPermittedSubclasses()) {
      if (permitted.getKind() != TypeKind.DECLARED) {
        return Optional.of(permitted.toString());
      }
      TypeElement element = (TypeElement) ((DeclaredType) permitted).asElement();
      boolean plain = element.getTypeParameters().isEmpty();
      if (plain && element.getKind() == ElementKind.RECORD) {
        records.putIfAbsent(element.getQualifiedName().toString(), permitted);
      } else if (plain
          && element.getKind() == ElementKind.INTERFACE
          && element.getModifiers().contains(Modifier.SEALED)) {
        Optional<String> stranger = collectRecords(element, records);
        if (stranger.isPresent()) {
          return stranger;
        }
      } else {
        return Optional.of(element.getSimpleName().toString());
      }
    }
    return Optional.empty();
  }

  private static CodecModel unsupported(TypeMirror type, String reason) {
    return new CodecModel.Unsupported(type, reason, false);
  }
}
