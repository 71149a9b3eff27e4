package dev.crystallize.runtime;

import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.ReadOutput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of the experiments of a run where their results come from. */
final class ProvenanceReport {

  private static final String DEVELOPMENT = "(development)";

  private final RunTimes times;
  private final Map<String, String> options;
  private final Optional<String> commit;

  /**
   * Gets ready.
   *
   * @param times when
   * @param options how it was run, by the names of options
   */
  ProvenanceReport(RunTimes times, Map<String, String> options) {
    this.times = times;
    this.options = Secrets.redacted(options);
    this.commit = GitCommit.of(Path.of(""));
  }

  /** The provenance of an experiment as far as it came. */
  Provenance of(
      ExperimentNode node, NodeStorage storage, List<ReadOutput> reads, List<String> warnings) {
    String name = node.name();
    Instant end = times.now();
    return new Provenance(
        version(),
        Runtime.version().toString(),
        property("java.vm.name"),
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        commit,
        storage.configurationDigest(),
        storage.seed(),
        options,
        reads.stream().map(ProvenanceReport::read).toList(),
        times.start(name).orElse(end),
        end,
        steps(node),
        warnings);
  }

  private static Provenance.Read read(ReadOutput read) {
    return new Provenance.Read(
        read.experiment(), read.version(), read.output(), read.artifacts(), read.sha256());
  }

  private List<Provenance.StepTime> steps(ExperimentNode node) {
    Set<String> names = new LinkedHashSet<>();
    node.steps().forEach(step -> names.add(step.name()));
    return names.stream().map(step -> times.time(node.name(), step)).toList();
  }

  private static String version() {
    return Optional.ofNullable(ProvenanceReport.class.getPackage().getImplementationVersion())
        .orElse(DEVELOPMENT);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
