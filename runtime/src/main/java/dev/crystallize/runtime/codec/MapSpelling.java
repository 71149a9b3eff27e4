package dev.crystallize.runtime.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A map with texts for keys. */
final class MapSpelling<E> implements Spelling<Map<String, E>> {

  private final Spelling<E> value;
  private final boolean sorted;

  /**
   * The spelling of a map.
   *
   * @param value that of its values
   * @param sorted whether it is written in the order of its keys and not in its own: maps of equal
   *     content may iterate differently, and differently in each JVM
   */
  MapSpelling(Spelling<E> value, boolean sorted) {
    this.value = value;
    this.sorted = sorted;
  }

  @Override
  public void write(Map<String, E> map, CodecSink sink) {
    sink.beginMap();
    for (Map.Entry<String, E> entry : (sorted ? new TreeMap<>(map) : map).entrySet()) {
      sink.key(entry.getKey());
      value.write(entry.getValue(), sink);
    }
    sink.endMap();
  }

  @Override
  public Map<String, E> read(CodecSource source) {
    if (source.kind() != CodecSource.Kind.MAP) {
      throw ScalarSpelling.mismatch(expected(), source);
    }
    source.enter();
    Map<String, E> map = new LinkedHashMap<>();
    for (Optional<String> key = source.nextKey(); key.isPresent(); key = source.nextKey()) {
      String name = key.get();
      if (map.containsKey(name)) {
        throw CodecException.mismatch("a map", "one with '" + name + "' twice");
      }
      try {
        map.put(name, value.read(source));
      } catch (CodecException e) {
        throw e.inside("." + name);
      }
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public String shape() {
    return "{" + value.shape() + "}";
  }

  @Override
  public String expected() {
    return "a map";
  }
}
