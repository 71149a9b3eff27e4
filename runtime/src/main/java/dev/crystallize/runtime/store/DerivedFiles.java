package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.JournalEntry.Header;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/**
 * The files that are derived from a journal, in the form in which the Python tools read and write
 * them.
 */
final class DerivedFiles {

  private final Path version;

  DerivedFiles(Path version) {
    this.version = version;
  }

  /** Writes what the whole version shares: its metadata and where each file's step is. */
  void describe(Header header) throws IOException {
    write(
        version.resolve(DataPaths.METADATA),
        JsonText.file(
            json ->
                json.writeStartObject()
                    .writeNumberProperty("replicates", header.replicates())
                    .writeStringProperty("id", header.configurationDigest())
                    .writeStringProperty("name", header.experiment())
                    .writeEndObject()));
    Map<String, String> folders = new LinkedHashMap<>();
    header.outputs().forEach(output -> folders.put(output.fileName(), output.stepFolder()));
    write(
        version.resolve(DataPaths.MANIFEST),
        JsonText.file(
            json -> {
              json.writeStartObject();
              folders.forEach(json::writeStringProperty);
              json.writeEndObject();
            }));
  }

  /** Writes files that others have made of the results. */
  void closing(Map<String, WholeFile.Content> contents) throws IOException {
    for (Map.Entry<String, WholeFile.Content> file : contents.entrySet()) {
      // Names of ours may begin with an underscore, which tells them from those of users.
      SafeNames.require("file", file.getKey().replaceFirst("^_", ""));
      write(version.resolve(file.getKey()), file.getValue());
    }
  }

  /** Writes the results of a condition that has ended, and its marker if nothing is missing. */
  void results(String condition, ConditionResults results) throws IOException {
    Path folder = DataPaths.results(version, condition);
    DataPaths.makeFolder(folder, version);
    write(folder.resolve(DataPaths.RESULTS), JsonText.file(json -> results(json, results)));
    if (results.complete()) {
      write(folder.resolve(DataPaths.COMPLETE), new byte[0]);
    }
  }

  private static void results(JsonGenerator json, ConditionResults results) {
    json.writeStartObject().writeObjectPropertyStart("metrics");
    for (String metric : results.metrics()) {
      json.writeArrayPropertyStart(metric);
      for (int replicate = 0; replicate < results.replicates(); replicate++) {
        OptionalDouble value = results.value(metric, replicate);
        if (value.isPresent()) {
          json.writeNumber(value.getAsDouble());
        } else {
          json.writeNull();
        }
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    if (!results.series().isEmpty()) {
      json.writeObjectPropertyStart("series");
      for (String name : results.series()) {
        json.writeArrayPropertyStart(name);
        for (int replicate = 0; replicate < results.replicates(); replicate++) {
          Optional<MetricSeries> curve = results.series(name, replicate);
          if (curve.isPresent()) {
            JournalFormat.series(json, curve.get());
          } else {
            json.writeNull();
          }
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Writes beside and moves, so that no reader ever sees half a file. */
  private void write(Path file, byte[] content) throws IOException {
    write(file, out -> out.write(content));
  }

  private void write(Path file, WholeFile.Content content) throws IOException {
    Path name = version.relativize(file);
    Path staged =
        version
            .resolve(DataPaths.STAGING)
            .resolve(
                "derived-" + name.toString().replace(name.getFileSystem().getSeparator(), "-"));
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(
                staged,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS))) {
      content.writeTo(out);
    }
    AtomicMove.move(staged, file);
  }
}
