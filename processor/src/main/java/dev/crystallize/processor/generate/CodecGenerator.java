package dev.crystallize.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The nested class {@code Codecs}: one constant for each enum, record and sealed interface whose
 * values the experiment spells as JSON or YAML, each after those it is made of.
 */
final class CodecGenerator {

  private final ClassName self;
  private final Optional<CodecGenerator> base;
  private final NameScope constantNames = new NameScope(List.of());
  private final NameScope methodNames = new NameScope(List.of("yield"));
  private final Map<String, String> constants = new LinkedHashMap<>();
  private final List<FieldSpec> fields = new ArrayList<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  /**
   * Makes a generator.
   *
   * @param self the name of the class it generates
   */
  CodecGenerator(ClassName self) {
    this.self = self;
    this.base = Optional.empty();
  }

  /** Makes a generator of a class beside another one, which holds codecs already. */
  CodecGenerator(ClassName self, CodecGenerator base) {
    this.self = self;
    this.base = Optional.of(base);
  }

  /** Returns an expression for a codec, and remembers what the class must hold for it. */
  CodeBlock codec(CodecModel model) {
    if (model instanceof CodecModel.Scalar scalar) {
      return CodeBlock.of("$T.$L", Api.CODEC, scalar.kind());
    }
    if (model instanceof CodecModel.PathText) {
      return CodeBlock.of("$T.PATH", Api.CODEC);
    }
    if (model instanceof CodecModel.OptionalOf optional) {
      return CodeBlock.of("$T.optional($L)", Api.CODEC, codec(optional.element()));
    }
    if (model instanceof CodecModel.ListOf list) {
      return CodeBlock.of("$T.list($L)", Api.CODEC, codec(list.element()));
    }
    if (model instanceof CodecModel.MapOf map) {
      return CodeBlock.of("$T.map($L)", Api.CODEC, codec(map.value()));
    }
    if (model instanceof CodecModel.ArrayOf array) {
      return array(array);
    }
    if (model instanceof CodecModel.Enumeration enumeration) {
      TypeName type = TypeName.get(enumeration.type());
      return constant(
          enumeration.type(),
          type.toString(),
          () -> CodeBlock.of("$T.enumeration($T.class)", Api.CODEC, type));
    }
    if (model instanceof CodecModel.RecordOf record) {
      return constant(record.type(), record.id(), () -> record(record));
    }
    if (model instanceof CodecModel.SealedOf sealed) {
      return constant(sealed.type(), sealed.id(), () -> sealed(sealed));
    }
    if (model instanceof CodecModel.Recursion recursion) {
      String name = Optional.ofNullable(constants.get(recursion.id())).orElseThrow();
      return CodeBlock.of("$T.lazy(() -> $T.$N)", Api.CODEC, self, name);
    }
    throw new IllegalArgumentException("no codec for " + model);
  }

  /** Returns the class, if any codec asked for needs it. */
  Optional<TypeSpec> type() {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        TypeSpec.classBuilder(self)
            .addJavadoc("How values are spelt in JSON and YAML.")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addFields(fields)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethods(methods)
            .build());
  }

  private CodeBlock constant(TypeMirror type, String id, Supplier<CodeBlock> value) {
    Optional<CodeBlock> known = known(id).or(() -> base.flatMap(beside -> beside.known(id)));
    if (known.isPresent()) {
      return known.get();
    }
    String name = constantNames.unique(Identifiers.upperSnakeCase(simpleName(type)));
    constants.put(id, name);
    CodeBlock initializer = value.get();
    fields.add(
        FieldSpec.builder(TypeNames.of(Api.CODEC, type), name, Modifier.STATIC, Modifier.FINAL)
            .initializer(initializer)
            .build());
    return CodeBlock.of("$T.$N", self, name);
  }

  private Optional<CodeBlock> known(String id) {
    return Optional.ofNullable(constants.get(id)).map(name -> CodeBlock.of("$T.$N", self, name));
  }

  private CodeBlock record(CodecModel.RecordOf record) {
    TypeName type = TypeName.get(record.type());
    String method = methodNames.unique(Identifiers.camelCase(simpleName(record.type())));
    NameScope names = new NameScope(List.of("fields", "value", "values"));
    CodeBlock.Builder body = CodeBlock.builder();
    List<CodeBlock> arguments = new ArrayList<>();
    for (CodecModel.Field field : record.fields()) {
      String name = names.unique(field.name());
      CodeBlock codec = codec(field.codec());
      body.addStatement(
          "$T $N = fields.add($L, $L, value -> value.$N())",
          TypeNames.of(Api.CODEC_FIELD, field.type()),
          name,
          TextLiteral.of(field.name()),
          codec,
          field.name());
      arguments.add(CodeBlock.of("values.get($N)", name));
    }
    body.addStatement("return values -> new $T($L)", type, CodeBlock.join(arguments, ", "));
    methods.add(
        MethodSpec.methodBuilder(method)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(
                ParameterizedTypeName.get(ClassName.get(Function.class), Api.CODEC_VALUES, type))
            .addParameter(ParameterizedTypeName.get(Api.CODEC_FIELDS, type), "fields")
            .addCode(body.build())
            .build());
    String name = TextLiteral.of(simpleName(record.type()));
    return CodeBlock.of("$T.record($L, $T::$N)", Api.CODEC, name, self, method);
  }

  private CodeBlock sealed(CodecModel.SealedOf sealed) {
    List<CodeBlock> variants = new ArrayList<>();
    for (CodecModel one : sealed.cases()) {
      variants.add(
          CodeBlock.of(
              "$T.of($L, $T.class, $L)",
              Api.CODEC_VARIANT,
              TextLiteral.of(SnakeCase.of(simpleName(one.type()))),
              ClassName.get((TypeElement) ((DeclaredType) one.type()).asElement()),
              codec(one)));
    }
    return CodeBlock.of(
        "$T.sealed($L, $T.of($L))",
        Api.CODEC,
        TextLiteral.of(simpleName(sealed.type())),
        List.class,
        CodeBlock.join(variants, ", "));
  }

  private CodeBlock array(CodecModel.ArrayOf array) {
    TypeName element = TypeName.get(((ArrayType) array.type()).getComponentType());
    if (element.isPrimitive()) {
      return CodeBlock.of("$T.$L_ARRAY", Api.CODEC, ((CodecModel.Scalar) array.element()).kind());
    }
    CodeBlock codec = codec(array.element());
    TypeName erased = erased(element);
    if (erased.equals(element)) {
      return CodeBlock.of("$T.array($L, $T[]::new)", Api.CODEC, codec, element);
    }
    return CodeBlock.of("$T.array($L, $T::$N)", Api.CODEC, codec, self, newArray(element, erased));
  }

  /** Java makes arrays of generic types only in this way. */
  private String newArray(TypeName element, TypeName erased) {
    String method = methodNames.unique("newArray");
    methods.add(
        MethodSpec.methodBuilder(method)
            .addAnnotation(
                AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
                    .build())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(ArrayTypeName.of(element))
            .addParameter(int.class, "length")
            .addStatement("return ($T[]) new $L", element, sized(erased))
            .build());
    return method;
  }

  private static CodeBlock sized(TypeName element) {
    int dimensions = 0;
    TypeName type = element;
    while (type instanceof ArrayTypeName array) {
      type = array.componentType();
      dimensions++;
    }
    return CodeBlock.of("$T[length]$L", type, "[]".repeat(dimensions));
  }

  private static TypeName erased(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(erased(array.componentType()));
    }
    return type instanceof ParameterizedTypeName generic ? generic.rawType() : type;
  }

  private static String simpleName(TypeMirror type) {
    return ((DeclaredType) type).asElement().getSimpleName().toString();
  }
}
