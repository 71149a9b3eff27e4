package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlannedExperiment;
import dev.crystallize.runtime.store.NodeStore;
import dev.crystallize.runtime.store.ReadOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what the tasks of an experiment have read of others. */
final class OutputsRead {

  private final GraphPlan plan;
  private final List<NodeStore> stores;

  OutputsRead(GraphPlan plan, List<NodeStore> stores) {
    this.plan = plan;
    this.stores = stores;
  }

  /** The outputs that an experiment reads, each once. */
  List<ReadOutput> of(int experiment) {
    return plan.experiment(experiment).reads().stream()
        .map(read -> new PlanEdge("", read.upstream(), read.output()))
        .distinct()
        .map(read -> read(plan.experiment(experiment), read))
        .toList();
  }

  private ReadOutput read(PlannedExperiment reader, PlanEdge read) {
    PlannedExperiment upstream = plan.experiment(plan.indexOf(read.upstream()));
    NodeStore store = stores.get(upstream.index());
    BitSet tasks = new BitSet();
    for (int task = 0; task < reader.taskCount(); task++) {
      tasks.set(plan.upstreamTask(reader.firstTask() + task, upstream.index()));
    }
    MessageDigest digest = sha256();
    TreeSet<Integer> versions = new TreeSet<>();
    int artifacts = 0;
    for (int task = tasks.nextSetBit(0); task >= 0; task = tasks.nextSetBit(task + 1)) {
      int condition = plan.conditionOf(task);
      int replicate = plan.replicateOf(task);
      Optional<UpstreamArtifact> artifact = store.artifact(read.output(), condition, replicate);
      if (artifact.isPresent()) {
        String name = upstream.conditions().get(condition);
        String line = name + " " + replicate + " " + artifact.get().sha256() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        store.versionOf(condition, replicate).ifPresent(versions::add);
        artifacts++;
      }
    }
    return new ReadOutput(
        read.upstream(),
        read.output(),
        versions.stream().map(number -> "v" + number).collect(Collectors.joining(", ")),
        artifacts,
        HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
