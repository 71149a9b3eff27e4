package dev.crystallize.runtime.store;

import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.JournalEntry.ArtifactEntry;
import dev.crystallize.runtime.store.JournalEntry.Committed;
import dev.crystallize.runtime.store.JournalEntry.Define;
import dev.crystallize.runtime.store.JournalEntry.End;
import dev.crystallize.runtime.store.JournalEntry.Failed;
import dev.crystallize.runtime.store.JournalEntry.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;

/** The members of each kind of journal line, to and from JSON. */
final class JournalFormat {

  /** Grows when an older reader could misread a journal. */
  private static final int VERSION = 1;

  private static final String KIND = "line";

  private JournalFormat() {}

  static void write(JsonGenerator json, Header header) {
    json.writeStringProperty(KIND, "header").writeNumberProperty("format", VERSION);
    json.writeStringProperty("experiment", header.experiment());
    json.writeStringProperty("run", header.run());
    json.writeStringProperty("id", header.configurationDigest());
    json.writeNumberProperty("seed", header.seed());
    json.writeNumberProperty("replicates", header.replicates());
    texts(json, "conditions", header.conditions());
    json.writeNumberProperty("configured_replicates", header.configuredReplicates());
    texts(json, "configured_conditions", header.configuredConditions());
    json.writeBooleanProperty("as_configured", header.asConfigured());
    json.writeObjectPropertyStart("outputs");
    for (StoredOutput output : header.outputs()) {
      texts(json, output.alias(), List.of(output.step(), output.fileName()));
    }
    json.writeEndObject();
    if (!header.clusters().isEmpty()) {
      json.writeArrayPropertyStart("clusters");
      header.clusters().forEach(json::writeNumber);
      json.writeEndArray();
    }
  }

  static void write(JsonGenerator json, Define define) {
    json.writeStringProperty(KIND, "define").writeNumberProperty("number", define.number());
    json.writeStringProperty("kind", define.definition().kind());
    json.writeStringProperty("text", define.definition().text());
  }

  static void write(JsonGenerator json, Committed task) {
    json.writeStringProperty(KIND, "task").writeStringProperty("condition", task.condition());
    json.writeNumberProperty("replicate", task.replicate());
    json.writeNumberProperty("attempt", task.attempt());
    json.writeObjectPropertyStart("metrics");
    task.measures().metrics().forEach(json::writeNumberProperty);
    json.writeEndObject();
    if (!task.measures().series().isEmpty()) {
      json.writeObjectPropertyStart("series");
      task.measures().series().forEach((name, series) -> series(json.writeName(name), series));
      json.writeEndObject();
    }
    if (!task.artifacts().isEmpty()) {
      json.writeObjectPropertyStart("artifacts");
      for (ArtifactEntry artifact : task.artifacts()) {
        json.writeArrayPropertyStart(artifact.output());
        json.writeNumber(artifact.size()).writeString(artifact.sha256());
        json.writeNumber(artifact.modified()).writeEndArray();
      }
      json.writeEndObject();
    }
    task.fingerprint().ifPresent(text -> json.writeStringProperty("fingerprint", text));
    if (!task.reads().isEmpty()) {
      json.writeObjectPropertyStart("reads");
      task.reads().forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
    if (!task.uses().isEmpty()) {
      json.writeArrayPropertyStart("uses");
      task.uses().forEach(json::writeNumber);
      json.writeEndArray();
    }
    if (!task.microseconds().isEmpty()) {
      json.writeObjectPropertyStart("us");
      task.microseconds().forEach(json::writeNumberProperty);
      json.writeEndObject();
    }
    task.from().ifPresent(version -> json.writeNumberProperty("from", version));
  }

  static void write(JsonGenerator json, Failed task) {
    json.writeStringProperty(KIND, "failed").writeStringProperty("condition", task.condition());
    json.writeNumberProperty("replicate", task.replicate());
    json.writeNumberProperty("attempt", task.attempt());
    task.step().ifPresent(step -> json.writeStringProperty("step", step));
    json.writeStringProperty("class", task.exceptionClass());
    json.writeStringProperty("message", task.message());
  }

  static void write(JsonGenerator json, End end) {
    json.writeStringProperty(KIND, "end").writeBooleanProperty("full", end.full());
  }

  /** Writes a series: its steps and its values. */
  static void series(JsonGenerator json, MetricSeries series) {
    json.writeStartObject().writeArrayPropertyStart("steps");
    for (int i = 0; i < series.size(); i++) {
      json.writeNumber(series.step(i));
    }
    json.writeEndArray().writeArrayPropertyStart("values");
    for (int i = 0; i < series.size(); i++) {
      json.writeNumber(series.value(i));
    }
    json.writeEndArray().writeEndObject();
  }

  /**
   * Reads a line's object.
   *
   * @throws JsonObject.Malformed if it is none of ours
   */
  static JournalEntry read(JsonObject line) {
    return switch (line.text(KIND)) {
      case "header" -> header(line);
      case "define" ->
          new Define(line.count("number"), new Definition(line.text("kind"), line.text("text")));
      case "task" -> committed(line);
      case "failed" ->
          new Failed(
              line.text("condition"),
              line.count("replicate"),
              line.count("attempt"),
              line.has("step") ? Optional.of(line.text("step")) : Optional.empty(),
              line.text("class"),
              line.text("message"));
      case "end" -> new End(line.flag("full"));
      default -> throw new JsonObject.Malformed("a line of kind '" + line.text(KIND) + "'");
    };
  }

  private static Header header(JsonObject line) {
    if (line.count("format") != VERSION) {
      throw new JsonObject.Malformed("format " + line.count("format"));
    }
    JsonObject outputs = line.object("outputs");
    List<Integer> clusters = line.numbers("clusters").stream().map(Math::toIntExact).toList();
    return new Header(
        line.text("experiment"),
        line.text("run"),
        line.text("id"),
        line.number("seed"),
        line.count("replicates"),
        line.texts("conditions"),
        line.count("configured_replicates"),
        line.texts("configured_conditions"),
        line.flag("as_configured"),
        outputs.names().stream().map(alias -> output(alias, outputs.texts(alias))).toList(),
        Clusters.repeating(line.count("replicates"), clusters).pattern());
  }

  private static StoredOutput output(String alias, List<String> place) {
    if (place.size() != 2) {
      throw new JsonObject.Malformed("the place of '" + alias + "'");
    }
    return new StoredOutput(alias, place.get(1), place.get(0));
  }

  private static Committed committed(JsonObject line) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    JsonObject written = line.object("metrics");
    written.names().forEach(name -> metrics.put(name, written.real(name)));
    Map<String, MetricSeries> series = new LinkedHashMap<>();
    JsonObject curves = line.object("series");
    curves.names().forEach(name -> series.put(name, series(curves.object(name))));
    JsonObject artifacts = line.object("artifacts");
    JsonObject reads = line.object("reads");
    Map<String, Integer> versions = new LinkedHashMap<>();
    reads.names().forEach(name -> versions.put(name, reads.count(name)));
    JsonObject durations = line.object("us");
    Map<String, Long> microseconds = new LinkedHashMap<>();
    durations.names().forEach(name -> microseconds.put(name, durations.number(name)));
    return new Committed(
        line.text("condition"),
        line.count("replicate"),
        line.count("attempt"),
        new TaskMeasures(metrics, series),
        artifacts.names().stream().map(alias -> artifact(alias, artifacts)).toList(),
        line.has("fingerprint") ? Optional.of(line.text("fingerprint")) : Optional.empty(),
        versions,
        line.numbers("uses").stream().map(Math::toIntExact).toList(),
        microseconds,
        line.has("from") ? OptionalInt.of(line.count("from")) : OptionalInt.empty());
  }

  private static ArtifactEntry artifact(String alias, JsonObject artifacts) {
    List<Object> parts = artifacts.list(alias);
    if (parts.size() == 3
        && parts.get(0) instanceof Long size
        && parts.get(1) instanceof String sha256
        && Hashes.isSha256(sha256)
        && parts.get(2) instanceof Long modified) {
      return new ArtifactEntry(alias, size, sha256, modified);
    }
    throw new JsonObject.Malformed("size and hash of '" + alias + "'");
  }

  private static MetricSeries series(JsonObject curve) {
    return new MetricSeries(
        curve.numbers("steps").stream().mapToLong(Long::longValue).toArray(),
        curve.reals("values").stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
