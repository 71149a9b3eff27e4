package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record, as a map of its components. */
final class RecordSpelling<R> implements Spelling<R> {

  private final String name;
  private final List<CodecField<?>> fields;
  private final Function<CodecValues, R> constructor;

  RecordSpelling(String name, List<CodecField<?>> fields, Function<CodecValues, R> constructor) {
    this.name = name;
    this.fields = fields;
    this.constructor = constructor;
  }

  boolean hasField(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }

  @Override
  public void write(R value, CodecSink sink) {
    sink.beginMap();
    writeFields(value, sink);
    sink.endMap();
  }

  /** Writes the components into a map that is open. */
  void writeFields(Object value, CodecSink sink) {
    for (CodecField<?> field : fields) {
      sink.key(field.name());
      field.write(value, sink);
    }
  }

  @Override
  public R read(CodecSource source) {
    if (source.kind() != CodecSource.Kind.MAP) {
      throw ScalarSpelling.mismatch(expected(source::nameOf), source);
    }
    source.enter();
    return readFields(source);
  }

  /** Reads the rest of a map that has been entered. */
  R readFields(CodecSource source) {
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    int expectedNext = 0;
    for (Optional<String> key = source.nextKey(); key.isPresent(); key = source.nextKey()) {
      CodecField<?> field = field(source, key.get(), expectedNext);
      expectedNext = field.index() + 1;
      if (values[field.index()] != null) {
        throw unlike(source, "one with '" + source.nameOf(field.name()) + "' twice", key.get());
      }
      try {
        values[field.index()] = field.spelling().read(source);
      } catch (CodecException e) {
        throw e.inside("." + field.name());
      }
    }
    for (CodecField<?> field : fields) {
      if (values[field.index()] == null) {
        if (!field.spelling().acceptsNull()) {
          throw unlike(source, "one without '" + source.nameOf(field.name()) + "'", "");
        }
        values[field.index()] = Optional.empty();
      }
    }
    return made(new CodecValues(values));
  }

  private R made(CodecValues values) {
    try {
      return constructor.apply(values);
    } catch (IllegalArgumentException e) {
      throw CodecException.mismatch(
          "values that '" + name + "' accepts", "these: " + e.getMessage());
    }
  }

  /** Files hold the components in order, so the next one is nearly always the one asked for. */
  private CodecField<?> field(CodecSource source, String key, int guess) {
    if (guess < fields.size() && fields.get(guess).name().equals(key)) {
      return fields.get(guess);
    }
    for (CodecField<?> field : fields) {
      if (field.isSpelt(key)) {
        return field;
      }
    }
    throw unlike(source, "one with '" + key + "'", key);
  }

  private CodecException unlike(CodecSource source, String found, String key) {
    return CodecException.mismatch(expected(source::nameOf), found, key);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String shape() {
    return fields.stream()
        .map(field -> field.name() + ": " + field.spelling().shape())
        .collect(Collectors.joining(", ", name + "{", "}"));
  }

  @Override
  public String expected() {
    return expected(UnaryOperator.identity());
  }

  private String expected(UnaryOperator<String> nameOf) {
    List<String> names = fields.stream().map(CodecField::name).map(nameOf).toList();
    return "a map with " + Suggestion.listed(names) + " (" + name + ")";
  }
}
