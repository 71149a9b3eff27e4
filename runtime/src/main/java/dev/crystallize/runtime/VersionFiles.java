package dev.crystallize.runtime;

import dev.crystallize.runtime.store.ClosingFiles;
import dev.crystallize.runtime.store.MetricsCsv;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.WholeFile;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people and tools read beside the data of a version: its metrics as a table, what the
 * hypotheses found, and where it all comes from.
 */
final class VersionFiles implements ClosingFiles {

  private final ExperimentNode node;
  private final NodeStorage storage;
  private final ExperimentTests tests;
  private final List<String> warnings;
  private final ProvenanceReport report;
  private volatile Optional<Provenance> provenance = Optional.empty();

  /**
   * The files of one experiment.
   *
   * @param node the experiment with the values in effect
   * @param storage what is stored of it
   * @param tests its hypotheses
   * @param warnings what people should know before they trust its results
   * @param report tells where its results come from
   */
  VersionFiles(
      ExperimentNode node,
      NodeStorage storage,
      ExperimentTests tests,
      List<String> warnings,
      ProvenanceReport report) {
    this.node = node;
    this.storage = storage;
    this.tests = tests;
    this.warnings = List.copyOf(warnings);
    this.report = report;
  }

  /** Where the results come from; empty if the run wrote no version of the experiment. */
  Optional<Provenance> provenance() {
    return provenance;
  }

  @Override
  public Map<String, WholeFile.Content> of(Closing closing) {
    Provenance now = report.of(node, storage, closing.reads(), warnings);
    provenance = Optional.of(now);
    Map<String, WholeFile.Content> files = new LinkedHashMap<>();
    if (closing.ended() && !node.hypotheses().isEmpty()) {
      files.put(HypothesisJson.FILE_NAME, text(HypothesisJson.file(tests.ofVersion(closing))));
    }
    files.put(
        MetricsCsv.FILE_NAME,
        out -> {
          Writer table = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          MetricsCsv.write(table, Map.of(node.name(), closing.held()));
          table.flush();
        });
    files.put(Provenance.FILE_NAME, text(now.toJson() + "\n"));
    return files;
  }

  private static WholeFile.Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return out -> out.write(bytes);
  }
}
