package dev.crystallize.runtime.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as all our files have it: doubles in the shortest form that reads back the same (R.
 * Giulietti, "The Schubfach way to render doubles"), alike on every JDK, and numbers that are not
 * finite as the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class JsonText {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .rootValueSeparator((String) null)
          .build();

  private static final ObjectWriteContext SPACED =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return SpacedPrinter.INSTANCE;
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private JsonText() {}

  /** Writes compact values, one after the other with nothing between them. */
  static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Writes one compact value, without a line feed. */
  static void compact(OutputStream out, Consumer<JsonGenerator> content) {
    try (JsonGenerator json = generator(out)) {
      content.accept(json);
    }
  }

  /** One compact value and a line feed. */
  static byte[] line(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    compact(out, content);
    out.write('\n');
    return out.toByteArray();
  }

  /** A whole file, with a space after each comma and colon as Python writes it. */
  static byte[] file(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(SPACED, out)) {
      content.accept(json);
    }
    return out.toByteArray();
  }

  static JsonParser parser(byte[] bytes, int length) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length);
  }
}
