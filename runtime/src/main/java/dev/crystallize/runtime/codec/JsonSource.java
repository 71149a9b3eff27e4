package dev.crystallize.runtime.codec;

import java.io.InputStream;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON as a stream. */
final class JsonSource implements CodecSource, AutoCloseable {

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final JsonFactory PYTHON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final JsonParser json;
  private JsonToken token;

  JsonSource(InputStream in) {
    this(FACTORY, in);
  }

  private JsonSource(JsonFactory factory, InputStream in) {
    json = factory.createParser(ObjectReadContext.empty(), in);
    token = next();
  }

  /** JSON as Python writes it, with NaN and Infinity. */
  static JsonSource ofPython(InputStream in) {
    return new JsonSource(PYTHON, in);
  }

  /** Checks that nothing follows. */
  void end() {
    if (nextOrEnd().isPresent()) {
      throw CodecException.mismatch("one value", "more behind it");
    }
  }

  private JsonToken next() {
    return nextOrEnd()
        .orElseThrow(() -> CodecException.mismatch("JSON", "a text that ends too early"));
  }

  private Optional<JsonToken> nextOrEnd() {
    try {
      return Optional.ofNullable(json.nextToken());
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  private static CodecException notJson(JacksonException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return CodecException.mismatch("JSON", e.getOriginalMessage() + place);
  }

  @Override
  public Kind kind() {
    return switch (token) {
      case VALUE_STRING -> Kind.TEXT;
      case VALUE_NUMBER_INT -> Kind.WHOLE;
      case VALUE_NUMBER_FLOAT -> Kind.REAL;
      case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
      case START_ARRAY -> Kind.LIST;
      case START_OBJECT -> Kind.MAP;
      case VALUE_NULL -> Kind.NOTHING;
      default -> throw new IllegalStateException("not at a value but at " + token);
    };
  }

  @Override
  public String text() {
    try {
      return json.getString();
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  @Override
  public BigInteger whole() {
    return json.getBigIntegerValue();
  }

  @Override
  public double real() {
    return Double.parseDouble(json.getString());
  }

  @Override
  public float single() {
    return Float.parseFloat(json.getString());
  }

  @Override
  public boolean truth() {
    return token == JsonToken.VALUE_TRUE;
  }

  @Override
  public void enter() {
    // The next token is the first item or key, or the end.
  }

  @Override
  public boolean nextItem() {
    token = next();
    return token != JsonToken.END_ARRAY;
  }

  @Override
  public Optional<String> nextKey() {
    token = next();
    if (token == JsonToken.END_OBJECT) {
      return Optional.empty();
    }
    String key = json.currentName();
    token = next();
    return Optional.of(key);
  }

  @Override
  public void close() {
    json.close();
  }
}
