package dev.crystallize.runtime.codec;

import java.io.OutputStream;
import java.math.BigInteger;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON on one line, in UTF-8. JSON has no NaN and infinities, so they are texts. */
final class JsonSink implements CodecSink, AutoCloseable {

  /** The JDK spells some doubles differently in 17 and 25; this writer does not. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;

  JsonSink(OutputStream out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }

  @Override
  public void text(String value) {
    json.writeString(value);
  }

  @Override
  public void whole(long value) {
    json.writeNumber(value);
  }

  @Override
  public void whole(BigInteger value) {
    json.writeNumber(value);
  }

  @Override
  public void real(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Double.toString(value));
    }
  }

  @Override
  public void real(float value) {
    if (Float.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeString(Float.toString(value));
    }
  }

  @Override
  public void truth(boolean value) {
    json.writeBoolean(value);
  }

  @Override
  public void nothing() {
    json.writeNull();
  }

  @Override
  public void beginList() {
    json.writeStartArray();
  }

  @Override
  public void endList() {
    json.writeEndArray();
  }

  @Override
  public void beginMap() {
    json.writeStartObject();
  }

  @Override
  public void key(String name) {
    json.writeName(name);
  }

  @Override
  public void endMap() {
    json.writeEndObject();
  }

  @Override
  public void close() {
    json.close();
  }
}
