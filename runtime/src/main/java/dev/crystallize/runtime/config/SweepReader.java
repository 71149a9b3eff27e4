package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.SweepAxis.Listed;
import dev.crystallize.runtime.config.SweepAxis.Points;
import dev.crystallize.runtime.config.SweepAxis.Range;
import dev.crystallize.runtime.config.SweepAxis.Scale;
import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import dev.crystallize.runtime.config.YamlNode.Scalar;
import dev.crystallize.runtime.config.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code sweep}: a map of parameters to lists of values or to ranges. */
final class SweepReader {

  private static final List<String> RANGE_KEYS = List.of("from", "to", "count", "scale");

  private final Scope scope;
  private final Scalars scalars;
  private final ValueReader values;

  SweepReader(Scope scope) {
    this.scope = scope;
    this.scalars = new Scalars(scope);
    this.values = new ValueReader(scope);
  }

  List<SweepAxis> read(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      scope.reportType(node, "'sweep'", "a map of parameters");
      return List.of();
    }
    List<SweepAxis> axes = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Located<String> key = scalars.key(entry.key(), "a parameter of 'sweep'");
      points(key.value(), entry.value()).ifPresent(read -> axes.add(new SweepAxis(key, read)));
    }
    return axes;
  }

  private Optional<Points> points(String key, YamlNode node) {
    if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      List<Value> listed = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        listed.add(values.read(item));
      }
      return Optional.of(new Listed(listed));
    }
    if (node instanceof Mapping mapping) {
      return range("the sweep of '" + key + "'", mapping);
    }
    scope.reportType(
        node, "the sweep of '" + key + "'", "a list of values or a map of from, to and count");
    return Optional.empty();
  }

  private Optional<Points> range(String what, Mapping mapping) {
    Keys keys = Keys.check(mapping, RANGE_KEYS, what, scope);
    for (String required : List.of("from", "to", "count")) {
      if (keys.lacks(required)) {
        scope.report(Message.MISSING_KEY, mapping.place(), what, required);
      }
    }
    Optional<Value> from = keys.get("from").flatMap(node -> number(node, "'from'"));
    Optional<Value> to = keys.get("to").flatMap(node -> number(node, "'to'"));
    Optional<Located<Integer>> count = keys.get("count").flatMap(this::count);
    Optional<Located<Scale>> scale = keys.get("scale").flatMap(this::scale);
    if (from.isEmpty() || to.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    boolean isLog = scale.filter(given -> given.value() == Scale.LOG).isPresent();
    for (Value end : List.of(from.get(), to.get())) {
      if (isLog && SweepPoints.number(end).signum() <= 0) {
        scope.report(
            Message.TYPE,
            end.place(),
            "an end of a logarithmic range",
            "positive",
            "0 or negative");
        return Optional.empty();
      }
    }
    return Optional.of(new Range(mapping.place(), from.get(), to.get(), count.get(), scale));
  }

  private Optional<Value> number(YamlNode node, String what) {
    return scalars.real(node, what).map(finite -> values.read(node));
  }

  private Optional<Located<Integer>> count(YamlNode node) {
    Optional<Located<Integer>> read = scalars.integer(node, "'count'");
    if (read.isPresent() && read.get().value() < 2) {
      scope.reportType(node, "'count'", "2 or more");
      return Optional.empty();
    }
    return read;
  }

  private Optional<Located<Scale>> scale(YamlNode node) {
    for (Scale scale : Scale.values()) {
      if (node instanceof Scalar scalar
          && scalar.text().equals(scale.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(new Located<>(scale, node.place()));
      }
    }
    if (node.isSound()) {
      scope.reportType(node, "'scale'", "linear or log");
    }
    return Optional.empty();
  }
}
