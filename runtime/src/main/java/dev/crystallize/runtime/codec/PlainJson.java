package dev.crystallize.runtime.codec;

import dev.crystallize.runtime.store.WellFormed;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes JSON texts of plain data. */
public final class PlainJson {

  private PlainJson() {}

  /**
   * Makes a JSON text.
   *
   * @param value null, a truth value, a number, a list or a map of such, or anything else, which is
   *     told by its text
   * @return one line without an end
   */
  public static String of(@Nullable Object value) {
    return written(sink -> write(value, sink));
  }

  static String written(Consumer<CodecSink> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonSink sink = new JsonSink(bytes)) {
      writing.accept(sink);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Writes plain data; anything else by its text. */
  static void write(@Nullable Object value, CodecSink sink) {
    if (value == null) {
      sink.nothing();
    } else if (value instanceof Boolean truth) {
      sink.truth(truth);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      sink.whole(((Number) value).longValue());
    } else if (value instanceof BigInteger whole) {
      sink.whole(whole);
    } else if (value instanceof Float number) {
      sink.real(number.floatValue());
    } else if (value instanceof Number number) {
      sink.real(number.doubleValue());
    } else if (value instanceof List<?> list) {
      sink.beginList();
      list.forEach(item -> write(item, sink));
      sink.endList();
    } else if (value instanceof Map<?, ?> map) {
      sink.beginMap();
      map.forEach(
          (key, item) -> {
            sink.key(WellFormed.text(String.valueOf(key)));
            write(item, sink);
          });
      sink.endMap();
    } else {
      sink.text(WellFormed.text(value.toString()));
    }
  }
}
