package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a value of YAML is one of a parameter's type. */
final class ValueFit {

  /** The records and sealed interfaces that a value lies in, for those inside themselves. */
  private final Deque<CodecModel> inside = new ArrayDeque<>();

  private ValueFit() {}

  /** Returns what does not fit, if anything: the value itself or one inside it. */
  static Optional<Misfit> check(Value value, CodecModel codec) {
    return new ValueFit().misfit(value, codec);
  }

  private Optional<Misfit> misfit(Value value, CodecModel codec) {
    if (codec instanceof CodecModel.Scalar scalar) {
      return ScalarFit.misfit(value, scalar);
    }
    if (codec instanceof CodecModel.Enumeration enumeration) {
      return constant(value, enumeration.constants());
    }
    if (codec instanceof CodecModel.PathText) {
      return value instanceof Value.Text ? fits() : expected(value, "a path (text)");
    }
    if (codec instanceof CodecModel.OptionalOf optional) {
      return value instanceof Value.Null ? fits() : present(value, optional.element());
    }
    if (codec instanceof CodecModel.ArrayOf array) {
      return items(value, array.element());
    }
    if (codec instanceof CodecModel.ListOf list) {
      return items(value, list.element());
    }
    if (codec instanceof CodecModel.MapOf map) {
      return value instanceof Value.Fields fields
          ? first(fields.fields(), map.value())
          : expected(value, "a map");
    }
    if (codec instanceof CodecModel.RecordOf record) {
      return fields(value, record, Optional.empty());
    }
    if (codec instanceof CodecModel.SealedOf sealed) {
      return variant(value, sealed);
    }
    return codec instanceof CodecModel.Recursion recursion ? recursion(value, recursion) : fits();
  }

  private static Optional<Misfit> fits() {
    return Optional.empty();
  }

  private static Optional<Misfit> expected(Value value, String expected) {
    return Optional.of(new Misfit(value.place(), expected, ValueText.of(value)));
  }

  private static Optional<Misfit> constant(Value value, List<String> constants) {
    if (value instanceof Value.Text text
        && constants.stream()
            .anyMatch(name -> text.text().equals(name) || text.text().equals(SnakeCase.of(name)))) {
      return fits();
    }
    List<String> spellings = constants.stream().map(SnakeCase::of).toList();
    return expected(value, "one of " + Suggestion.listed(spellings));
  }

  /** Where the value itself may be null, it is put into a list of one. */
  private Optional<Misfit> present(Value value, CodecModel element) {
    if (!(element instanceof CodecModel.OptionalOf)) {
      return misfit(value, element);
    }
    String expected = "null or a list of one";
    if (!(value instanceof Value.Items items)) {
      return expected(value, expected);
    }
    int size = items.items().size();
    return items(value, element)
        .or(
            () ->
                size == 1
                    ? fits()
                    : Optional.of(new Misfit(value.place(), expected, "a list of " + size)));
  }

  private Optional<Misfit> items(Value value, CodecModel element) {
    if (!(value instanceof Value.Items items)) {
      return expected(value, "a list");
    }
    return items.items().stream()
        .map(item -> misfit(item, element))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Misfit> first(List<Setting> settings, CodecModel element) {
    return settings.stream()
        .map(setting -> misfit(setting.value(), element))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Misfit> fields(
      Value value, CodecModel.RecordOf record, Optional<String> typeKey) {
    String name = TypePrinter.simple(record.type());
    List<String> names = record.fields().stream().map(field -> SnakeCase.of(field.name())).toList();
    if (!(value instanceof Value.Fields given)) {
      return expected(value, "a map with " + Suggestion.listed(names) + " (" + name + ")");
    }
    inside.push(record);
    Set<CodecModel.Field> seen = new HashSet<>();
    try {
      for (Setting setting : given.fields()) {
        String key = setting.key().value();
        Optional<CodecModel.Field> field =
            record.fields().stream().filter(one -> isSpelt(one, key)).findFirst();
        if (field.filter(one -> !seen.add(one)).isPresent()) {
          return Optional.of(
              new Misfit(
                  setting.key().place(),
                  "a map with " + Suggestion.listed(names) + " (" + name + ")",
                  "one with '" + SnakeCase.of(key) + "' twice"));
        }
        if (field.isEmpty() && !typeKey.equals(Optional.of(key))) {
          return Optional.of(
              new Misfit(
                  setting.key().place(),
                  "a map with " + Suggestion.listed(names) + " (" + name + ")",
                  "one with '" + key + "'"));
        }
        Optional<Misfit> misfit = field.flatMap(one -> misfit(setting.value(), one.codec()));
        if (misfit.isPresent()) {
          return misfit;
        }
      }
    } finally {
      inside.pop();
    }
    return record.fields().stream()
        .filter(field -> !(field.codec() instanceof CodecModel.OptionalOf))
        .filter(
            field -> given.fields().stream().noneMatch(one -> isSpelt(field, one.key().value())))
        .findFirst()
        .map(
            field ->
                new Misfit(
                    value.place(),
                    "a map with " + Suggestion.listed(names) + " (" + name + ")",
                    "one without '" + SnakeCase.of(field.name()) + "'"));
  }

  private static boolean isSpelt(CodecModel.Field field, String key) {
    return key.equals(field.name()) || key.equals(SnakeCase.of(field.name()));
  }

  private Optional<Misfit> variant(Value value, CodecModel.SealedOf sealed) {
    List<String> names = sealed.cases().stream().map(ValueFit::variantName).toList();
    String key = typeKey(sealed);
    String expected = "a map whose '" + key + "' is one of " + Suggestion.listed(names);
    if (!(value instanceof Value.Fields fields)) {
      return expected(value, expected);
    }
    Optional<Setting> type =
        fields.fields().stream().filter(one -> one.key().value().equals(key)).findFirst();
    if (type.isEmpty()) {
      return Optional.of(new Misfit(value.place(), expected, "one without '" + key + "'"));
    }
    if (!(type.get().value() instanceof Value.Text text)) {
      return expected(type.get().value(), expected);
    }
    int found = names.indexOf(SnakeCase.of(text.text()));
    if (found < 0) {
      return Optional.of(new Misfit(text.place(), expected, ValueText.of(text)));
    }
    inside.push(sealed);
    try {
      return sealed.cases().get(found) instanceof CodecModel.RecordOf record
          ? fields(value, record, Optional.of(key))
          : fits();
    } finally {
      inside.pop();
    }
  }

  /** The key that names the record; one that is no component of any. */
  private static String typeKey(CodecModel.SealedOf sealed) {
    String key = "type";
    while (isComponent(key, sealed)) {
      key = "_" + key;
    }
    return key;
  }

  private static boolean isComponent(String key, CodecModel.SealedOf sealed) {
    return sealed.cases().stream()
        .filter(CodecModel.RecordOf.class::isInstance)
        .flatMap(one -> ((CodecModel.RecordOf) one).fields().stream())
        .anyMatch(field -> field.name().equals(key));
  }

  private static String variantName(CodecModel variant) {
    return SnakeCase.of(TypePrinter.simple(variant.type()));
  }

  private Optional<Misfit> recursion(Value value, CodecModel.Recursion recursion) {
    for (CodecModel codec : inside) {
      boolean same =
          (codec instanceof CodecModel.RecordOf record && record.id().equals(recursion.id()))
              || (codec instanceof CodecModel.SealedOf sealed
                  && sealed.id().equals(recursion.id()));
      if (same) {
        return misfit(value, codec);
      }
    }
    return fits();
  }
}
