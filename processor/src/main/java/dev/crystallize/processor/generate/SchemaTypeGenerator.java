package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.type.TypeMirror;

/** Writes what the values of parameters may be, from how they are read. */
final class SchemaTypeGenerator {

  private final Map<String, Schema> definitions = new TreeMap<>();
  private final Map<String, String> nameById = new HashMap<>();
  private final IdentityHashMap<ParameterModel.Param, Schema> known = new IdentityHashMap<>();

  /** The cases of sealed interfaces: inside themselves they are read as records of their own. */
  private final Map<String, CodecModel.RecordOf> cases = new HashMap<>();

  /** Returns what the schemas refer to. */
  Map<String, Schema> definitions() {
    return definitions;
  }

  /** Adds a definition and returns a reference to it. */
  Schema define(String wish, Schema schema) {
    String name = unique(wish);
    definitions.put(name, schema);
    return Schema.ref(name);
  }

  /** Returns the values of a parameter, with its default. */
  Schema of(ParameterModel.Param param) {
    Schema found = known.get(param);
    if (found == null) {
      found = read(param);
      known.put(param, found);
    }
    return found;
  }

  private Schema read(ParameterModel.Param param) {
    Schema schema = of(param.codec());
    Optional<Object> value = DefaultValue.of(param).map(Value::toJava);
    return value.map(found -> withDefault(schema, found)).orElse(schema);
  }

  private static Schema withDefault(Schema schema, Object value) {
    return schema.keywords().containsKey("$ref")
        ? Schema.ANY.with("allOf", List.of(schema)).with("default", value)
        : schema.with("default", value);
  }

  private Schema of(CodecModel codec) {
    if (codec instanceof CodecModel.Scalar scalar) {
      return scalar(scalar.kind());
    }
    if (codec instanceof CodecModel.Enumeration enumeration) {
      List<String> constants = enumeration.constants();
      return SchemaNames.of(constants.stream().map(SnakeCase::of).toList(), constants);
    }
    if (codec instanceof CodecModel.PathText) {
      return Schema.type("string");
    }
    if (codec instanceof CodecModel.OptionalOf optional) {
      return of(optional.element()).orNull();
    }
    if (codec instanceof CodecModel.ArrayOf array) {
      return Schema.arrayOf(of(array.element()));
    }
    if (codec instanceof CodecModel.ListOf list) {
      return Schema.arrayOf(of(list.element()));
    }
    if (codec instanceof CodecModel.MapOf map) {
      return new SchemaObject().open(of(map.value()));
    }
    return named(codec);
  }

  private Schema named(CodecModel codec) {
    if (codec instanceof CodecModel.RecordOf record) {
      return defined(record.id(), record.type(), record);
    }
    if (codec instanceof CodecModel.SealedOf sealed) {
      return defined(sealed.id(), sealed.type(), sealed);
    }
    if (codec instanceof CodecModel.Recursion recursion) {
      return recursion(recursion);
    }
    return Schema.ANY; // A type that no configuration can give; that is said elsewhere.
  }

  private Schema recursion(CodecModel.Recursion recursion) {
    String known = nameById.get(recursion.id());
    if (known != null) {
      return Schema.ref(known);
    }
    CodecModel.RecordOf record = cases.get(recursion.id());
    return record == null ? Schema.ANY : defined(record.id(), record.type(), record);
  }

  private static Schema scalar(CodecModel.Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Schema.type("boolean");
      case BYTE -> Schema.integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> Schema.integer(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> Schema.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> Schema.type("integer"); // Editors compare doubles, which cannot tell its limits.
      case FLOAT, DOUBLE -> Schema.type("number");
      case CHAR -> Schema.type("string").with("minLength", 1).with("maxLength", 1);
      case STRING -> Schema.type("string");
    };
  }

  private Schema defined(String id, TypeMirror type, CodecModel codec) {
    String known = nameById.get(id);
    if (known != null) {
      return Schema.ref(known);
    }
    String name = unique(TypePrinter.simple(type));
    nameById.put(id, name);
    definitions.put(name, Schema.ANY);
    definitions.put(
        name,
        codec instanceof CodecModel.RecordOf record
            ? fields(new SchemaObject(), record).described(TypePrinter.simple(type))
            : variants((CodecModel.SealedOf) codec).described(TypePrinter.simple(type)));
    return Schema.ref(name);
  }

  private Schema fields(SchemaObject object, CodecModel.RecordOf record) {
    for (CodecModel.Field field : record.fields()) {
      YamlName name = YamlName.of(field.name());
      object.key(name, of(field.codec()));
      if (!(field.codec() instanceof CodecModel.OptionalOf)) {
        object.require(name);
      }
    }
    return object.closed();
  }

  private Schema variants(CodecModel.SealedOf sealed) {
    return Schema.ANY.with("oneOf", sealed.cases().stream().map(this::variant).toList());
  }

  private Schema variant(CodecModel variant) {
    String name = TypePrinter.simple(variant.type());
    Schema type = SchemaNames.of(List.of(SnakeCase.of(name)), List.of(name));
    SchemaObject object = new SchemaObject().key("type", type).require("type");
    if (variant instanceof CodecModel.RecordOf record) {
      cases.put(record.id(), record);
      return fields(object, record);
    }
    return object.open(Schema.ANY);
  }

  /** Names are part of a URI, so they keep to ASCII letters and digits. */
  private String unique(String type) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      plain.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
    }
    String name = plain.toString();
    for (int i = 2; definitions.containsKey(name); i++) {
      name = plain + "_" + i;
    }
    return name;
  }
}
