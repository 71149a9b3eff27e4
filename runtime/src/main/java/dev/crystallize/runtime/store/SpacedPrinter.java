package dev.crystallize.runtime.store;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/** One line with a space after each comma and colon: the form of Python's {@code json.dump}. */
final class SpacedPrinter implements PrettyPrinter {

  static final SpacedPrinter INSTANCE = new SpacedPrinter();

  private SpacedPrinter() {}

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {
    json.writeRaw('\n');
  }

  @Override
  public void writeStartObject(JsonGenerator json) {
    json.writeRaw('{');
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    json.writeRaw('}');
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(", ");
  }

  @Override
  public void writeObjectNameValueSeparator(JsonGenerator json) {
    json.writeRaw(": ");
  }

  @Override
  public void writeStartArray(JsonGenerator json) {
    json.writeRaw('[');
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    json.writeRaw(']');
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(", ");
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    // Nothing stands between the bracket and the first value.
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    // Nothing stands between the brace and the first name.
  }
}
