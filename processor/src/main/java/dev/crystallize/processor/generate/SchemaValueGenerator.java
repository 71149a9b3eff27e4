package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.ReservedKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes the keys that {@code treatments} and {@code sweep} may set: the parameters of every step
 * and datasource in scope, since which of them run is for the configuration to say.
 */
final class SchemaValueGenerator {

  private final SchemaTypeGenerator types;
  private final Map<String, List<Reader>> readersByKey = new TreeMap<>();
  private final boolean closed;
  private boolean namesKnown = true;

  /** A parameter that reads a key. */
  private record Reader(MethodModel method, ParameterModel.Param param, Schema values) {}

  SchemaValueGenerator(ExperimentModel experiment, SchemaTypeGenerator types) {
    this.types = types;
    for (StepMethod step : experiment.scope().steps()) {
      add(step.method(), step.parameters());
    }
    for (SourceMethod source : experiment.scope().sources()) {
      add(source.method(), source.parameters());
    }
    for (ResourceMethod resource : experiment.scope().resources()) {
      add(resource.method(), resource.parameters());
    }
    boolean contextReads =
        experiment.scope().steps().stream()
            .anyMatch(step -> !step.parameters(ParameterModel.ContextParameter.class).isEmpty());
    this.closed = experiment.typesKnown() && namesKnown && !contextReads;
  }

  private void add(MethodModel method, List<ParameterModel> parameters) {
    for (ParameterModel parameter : parameters) {
      if (parameter instanceof ParameterModel.Param param) {
        namesKnown &= param.declared().nameKnown();
        String key = param.declared().name().canonical();
        if (param.declared().nameKnown() && ReservedKeys.reasonAgainst(key).isEmpty()) {
          readersByKey
              .computeIfAbsent(key, absent -> new ArrayList<>())
              .add(new Reader(method, param, types.of(param)));
        }
      }
    }
  }

  /** Returns a treatment: a map of values, or nothing. */
  Schema treatment() {
    return keys(values -> values).orNull();
  }

  /** Returns {@code sweep}: lists of such values, or ranges of numbers. */
  Schema sweep() {
    Schema range =
        new SchemaObject()
            .key("from", Schema.type("number").described("The first value."))
            .key("to", Schema.type("number").described("The last value."))
            .key("count", SchemaRules.count(2).described("How many values, both ends included."))
            .key("scale", Schema.ANY.with("enum", List.of("linear", "log")))
            .require("from", "to", "count")
            .closed();
    Schema ranges = types.define("range", range.described("Evenly spaced values."));
    return keys(values -> Schema.anyOf(Schema.arrayOf(values).with("minItems", 1), ranges));
  }

  private Schema keys(UnaryOperator<Schema> wrap) {
    SchemaObject object = new SchemaObject();
    for (List<Reader> readers : readersByKey.values()) {
      Schema values = Schema.anyOf(readers.stream().map(Reader::values).distinct().toList());
      Schema described = wrap.apply(values).described(described(readers));
      readers.forEach(reader -> object.key(reader.param().declared().name(), described));
    }
    return closed ? object.closed() : object.open(wrap.apply(Schema.ANY));
  }

  private static String described(Collection<Reader> readers) {
    String of =
        readers.stream()
            .map(reader -> TypePrinter.simple(reader.param().type()))
            .distinct()
            .collect(Collectors.joining(" or "));
    return of
        + ", read by "
        + readers.stream()
            .map(reader -> reader.method().display())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "))
        + ".";
  }
}
