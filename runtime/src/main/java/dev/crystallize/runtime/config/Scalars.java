package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/** Reads single names, texts, numbers and truths, and reports what is none. */
final class Scalars {

  private final Scope scope;
  private final ValueReader values;

  Scalars(Scope scope) {
    this.scope = scope;
    this.values = new ValueReader(scope);
  }

  /** Reads a name. One that should be quoted is reported, and returned as it stands. */
  Optional<Located<String>> name(YamlNode node, String what) {
    if (!(node instanceof Scalar scalar) || scalar.text().isEmpty()) {
      scope.reportType(node, what, "a name");
      return Optional.empty();
    }
    return Optional.of(nameOf(scalar, what));
  }

  /** Reads a key that is a name. */
  Located<String> key(Scalar key, String what) {
    return nameOf(key, what);
  }

  private Located<String> nameOf(Scalar scalar, String what) {
    values.checkName(scalar, what);
    return new Located<>(scalar.text(), scalar.place());
  }

  Optional<Located<String>> text(YamlNode node, String what) {
    if (node instanceof Scalar scalar && (scalar.type() == CoreType.TEXT || !scalar.isSound())) {
      return Optional.of(new Located<>(scalar.text(), scalar.place()));
    }
    scope.reportType(node, what, "a text");
    return Optional.empty();
  }

  Optional<Located<Integer>> integer(YamlNode node, String what) {
    return whole(node, what, 31).map(read -> new Located<>(read.value().intValue(), read.place()));
  }

  Optional<Located<Long>> longInteger(YamlNode node, String what) {
    return whole(node, what, 63).map(read -> new Located<>(read.value().longValue(), read.place()));
  }

  private Optional<Located<BigInteger>> whole(YamlNode node, String what, int bits) {
    Value value = values.read(node);
    if (value instanceof Value.Whole whole) {
      if (whole.number().bitLength() <= bits) {
        return Optional.of(new Located<>(whole.number(), value.place()));
      }
      String shown = Found.describe(node).replace("the number ", "");
      scope.report(Message.NUMBER_TOO_LARGE, node.place(), shown, what);
      return Optional.empty();
    }
    reportUnlessKnown(node, what, "a whole number");
    return Optional.empty();
  }

  Optional<Located<Double>> real(YamlNode node, String what) {
    Value value = values.read(node);
    double number =
        value instanceof Value.Whole whole
            ? whole.number().doubleValue()
            : value instanceof Value.Real real ? real.number() : Double.NaN;
    if (Double.isFinite(number)) {
      return Optional.of(new Located<>(number, value.place()));
    }
    reportUnlessKnown(node, what, "a finite number");
    return Optional.empty();
  }

  Optional<Located<Boolean>> truth(YamlNode node, String what) {
    if (values.read(node) instanceof Value.Truth truth) {
      return Optional.of(new Located<>(truth.truth(), truth.place()));
    }
    reportUnlessKnown(node, what, "true or false");
    return Optional.empty();
  }

  private void reportUnlessKnown(YamlNode node, String what, String expected) {
    if (node.isSound() && !scope.isReported(node.place())) {
      scope.reportType(node, what, expected);
    }
  }
}
