package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads nodes as plain data. */
final class ValueReader {

  /** Parsing takes time that grows with the square of the digits. */
  private static final int MOST_DIGITS = 1000;

  private final Scope scope;

  ValueReader(Scope scope) {
    this.scope = scope;
  }

  Value read(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return new Value.Fields(mapping.place(), settings(mapping));
    }
    if (node instanceof Sequence sequence) {
      List<Value> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        items.add(read(item));
      }
      return new Value.Items(sequence.place(), items);
    }
    return scalar((Scalar) node);
  }

  /** Reads a map of parameters. */
  List<Setting> settings(Mapping mapping) {
    List<Setting> settings = new ArrayList<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      checkName(key, "a key");
      settings.add(new Setting(new Located<>(key.text(), key.place()), read(entry.value())));
    }
    return settings;
  }

  /** Reports a scalar that YAML takes for something else than the name it is meant to be. */
  void checkName(Scalar scalar, String what) {
    if (scalar.type() != CoreType.TEXT && scalar.isSound()) {
      String kind =
          switch (scalar.type()) {
            case NULL -> "null";
            case TRUTH -> "a truth value";
            default -> "a number";
          };
      scope.report(Message.QUOTE_NAME, scalar.place(), scalar.text(), kind, what);
    }
  }

  private Value scalar(Scalar scalar) {
    Place place = scalar.place();
    String text = scalar.text();
    if (!scalar.isSound()) {
      return new Value.Text(place, text);
    }
    return switch (scalar.type()) {
      case NULL -> new Value.Null(place);
      case TRUTH -> new Value.Truth(place, text.charAt(0) == 't' || text.charAt(0) == 'T');
      case WHOLE -> whole(scalar);
      case REAL -> real(scalar);
      case TEXT -> new Value.Text(place, text);
    };
  }

  private Value whole(Scalar scalar) {
    String text = scalar.text();
    if (text.length() > MOST_DIGITS) {
      return tooLarge(scalar, "a whole number");
    }
    BigInteger number =
        text.startsWith("0x")
            ? new BigInteger(text.substring(2), 16)
            : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    return new Value.Whole(scalar.place(), number);
  }

  private Value real(Scalar scalar) {
    String text = scalar.text();
    char last = text.charAt(text.length() - 1);
    if (last == 'n' || last == 'N') {
      return new Value.Real(scalar.place(), Double.NaN);
    }
    if (last == 'f' || last == 'F') {
      boolean negative = text.charAt(0) == '-';
      return new Value.Real(
          scalar.place(), negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      return tooLarge(scalar, "a double");
    }
    return new Value.Real(scalar.place(), number);
  }

  private Value tooLarge(Scalar scalar, String what) {
    String shown = Found.describe(scalar).replace("the number ", "");
    scope.report(Message.NUMBER_TOO_LARGE, scalar.place(), shown, what);
    return new Value.Text(scalar.place(), scalar.text());
  }
}
