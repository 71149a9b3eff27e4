package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.engine.RunOutcome;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of the experiments of a run where their results come from. */
final class ProvenanceReport {

  private static final String DEVELOPMENT = "(development)";

  private final RunOutcome outcome;
  private final RunTimes times;
  private final Map<String, String> options;
  private final Optional<String> commit;
  private final Map<PlanEdge, Provenance.Read> digested = new LinkedHashMap<>();

  /**
   * Gets ready.
   *
   * @param outcome what became of the run
   * @param times when
   * @param options how it was run, by the names of options
   */
  ProvenanceReport(RunOutcome outcome, RunTimes times, Map<String, String> options) {
    this.outcome = outcome;
    this.times = times;
    this.options = Secrets.redacted(options);
    this.commit = GitCommit.of(Path.of(""));
  }

  /** The provenance of an experiment; empty if no task of it began in this run. */
  Optional<Provenance> of(PlannedExperiment planned, ExperimentNode node, NodeStorage storage) {
    String name = planned.name();
    return times
        .start(name)
        .map(
            start ->
                new Provenance(
                    version(),
                    Runtime.version().toString(),
                    property("java.vm.name"),
                    property("os.name") + " " + property("os.version") + " " + property("os.arch"),
                    commit,
                    storage.configurationDigest(),
                    storage.seed(),
                    options,
                    reads(planned),
                    start,
                    times.end(name),
                    steps(node)));
  }

  private List<Provenance.StepTime> steps(ExperimentNode node) {
    Set<String> names = new LinkedHashSet<>();
    node.steps().forEach(step -> names.add(step.name()));
    return names.stream().map(step -> times.time(node.name(), step)).toList();
  }

  private List<Provenance.Read> reads(PlannedExperiment planned) {
    List<Provenance.Read> reads = new ArrayList<>();
    for (PlanEdge edge : planned.reads()) {
      PlanEdge output = new PlanEdge("", edge.upstream(), edge.output());
      reads.add(digested.computeIfAbsent(output, this::read));
    }
    return reads.stream().distinct().toList();
  }

  private Provenance.Read read(PlanEdge edge) {
    ExperimentOutcome upstream = outcome.experiment(edge.upstream());
    MessageDigest sha256 = sha256();
    int artifacts = 0;
    for (String condition : upstream.conditions()) {
      int replicates =
          outcome.plan().experiment(outcome.plan().indexOf(edge.upstream())).replicates();
      for (int replicate = 0; replicate < replicates; replicate++) {
        Optional<UpstreamArtifact> artifact =
            upstream.artifact(edge.output(), condition, replicate);
        if (artifact.isPresent()) {
          String line = condition + " " + replicate + " " + artifact.get().sha256() + "\n";
          sha256.update(line.getBytes(StandardCharsets.UTF_8));
          artifacts++;
        }
      }
    }
    String version =
        upstream.versionFolder().map(folder -> String.valueOf(folder.getFileName())).orElse("");
    return new Provenance.Read(
        edge.upstream(),
        version,
        edge.output(),
        artifacts,
        HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String version() {
    return Optional.ofNullable(ProvenanceReport.class.getPackage().getImplementationVersion())
        .orElse(DEVELOPMENT);
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
