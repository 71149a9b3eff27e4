package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sealed interface of records: which record it is, then the record's components. */
final class SealedSpelling<S> implements Spelling<S> {

  private final String name;
  private final List<CodecVariant<? extends S>> variants;
  private final String typeKey;

  SealedSpelling(String name, List<CodecVariant<? extends S>> variants) {
    this.name = name;
    this.variants = List.copyOf(variants);
    String key = "type";
    while (isComponent(key)) {
      key = "_" + key;
    }
    this.typeKey = key;
  }

  private boolean isComponent(String key) {
    return variants.stream().anyMatch(variant -> spelling(variant).hasField(key));
  }

  private static <V> RecordSpelling<V> spelling(CodecVariant<V> variant) {
    return (RecordSpelling<V>) variant.codec().spelling();
  }

  @Override
  public void write(S value, CodecSink sink) {
    for (CodecVariant<? extends S> variant : variants) {
      if (variant.type().isInstance(value)) {
        sink.beginMap();
        sink.key(typeKey);
        sink.text(variant.name());
        spelling(variant).writeFields(value, sink);
        sink.endMap();
        return;
      }
    }
    throw new IllegalArgumentException(
        value.getClass().getName() + " is none of the records of " + name);
  }

  @Override
  public S read(CodecSource source) {
    if (source.kind() != CodecSource.Kind.MAP) {
      throw ScalarSpelling.mismatch(expected(), source);
    }
    source.enter();
    Optional<String> first = source.nextKey();
    if (first.equals(Optional.of(typeKey))) {
      return spelling(variant(source)).readFields(source);
    }
    // Written by hand: which record it is becomes known only later.
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (Optional<String> key = first; key.isPresent(); key = source.nextKey()) {
      if (entries.containsKey(key.get())) {
        throw CodecException.mismatch(expected(), "one with '" + key.get() + "' twice");
      }
      entries.put(key.get(), PlainSource.valueOf(source));
    }
    if (!entries.containsKey(typeKey)) {
      throw CodecException.mismatch(expected(), "one without '" + typeKey + "'");
    }
    CodecVariant<? extends S> variant = variant(new PlainSource(entries.remove(typeKey)));
    return spelling(variant).read(new PlainSource(entries));
  }

  private CodecVariant<? extends S> variant(CodecSource source) {
    if (source.kind() == CodecSource.Kind.TEXT) {
      String written = SnakeCase.of(source.text());
      for (CodecVariant<? extends S> variant : variants) {
        if (SnakeCase.of(variant.name()).equals(written)) {
          return variant;
        }
      }
    }
    throw ScalarSpelling.mismatch(expected(), source).inside("." + typeKey);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String shape() {
    return variants.stream()
        .map(variant -> variant.name() + ": " + spelling(variant).shape())
        .collect(Collectors.joining(" | ", name + "(", ")"));
  }

  @Override
  public String expected() {
    List<String> names = variants.stream().<String>map(CodecVariant::name).toList();
    return "a map whose '" + typeKey + "' is one of " + Suggestion.listed(names);
  }
}
