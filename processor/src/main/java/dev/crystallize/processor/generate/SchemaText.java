package dev.crystallize.processor.generate;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain data as JSON: ASCII, in the given order, the same on every machine. */
final class SchemaText {

  private final StringBuilder text = new StringBuilder();

  private SchemaText() {}

  /** Returns a whole file. */
  static String of(Schema schema) {
    SchemaText json = new SchemaText();
    json.value(schema, "\n");
    return json.text.append('\n').toString();
  }

  private void value(@Nullable Object value, String newLine) {
    if (value instanceof Schema schema) {
      map(schema.keywords(), newLine);
    } else if (value instanceof Map<?, ?> map) {
      map(map, newLine);
    } else if (value instanceof List<?> list) {
      list(list, newLine);
    } else if (value instanceof String string) {
      string(string);
    } else if (value instanceof Double number) {
      real(number);
    } else {
      text.append(value);
    }
  }

  private void map(Map<?, ?> map, String newLine) {
    String separator = newLine + "  ";
    text.append('{');
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      string(String.valueOf(entry.getKey()));
      text.append(": ");
      value(entry.getValue(), newLine + "  ");
      separator = "," + newLine + "  ";
    }
    text.append(map.isEmpty() ? "}" : newLine + "}");
  }

  /** Lists of single values stay on their line. */
  private void list(List<?> list, String newLine) {
    boolean nested = list.stream().anyMatch(item -> item instanceof Schema || item instanceof Map);
    String inner = nested ? newLine + "  " : "";
    text.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      text.append(inner);
      value(items.next(), inner.isEmpty() ? newLine : inner);
      text.append(items.hasNext() ? (nested ? "," : ", ") : "");
    }
    text.append(nested ? newLine : "").append(']');
  }

  /** JSON has no words for what is not finite; YAML's are shown. */
  private void real(double number) {
    if (Double.isFinite(number)) {
      text.append(ValueLiterals.real(number));
    } else {
      string(Double.isNaN(number) ? ".nan" : number > 0 ? ".inf" : "-.inf");
    }
  }

  private void string(String string) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || c > '~') {
        text.append(string, written, i);
        escaped(c);
        written = i + 1;
      }
    }
    text.append(string, written, string.length()).append('"');
  }

  private void escaped(char c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append(c);
    } else {
      String hex = Integer.toHexString(c);
      text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }
  }
}
