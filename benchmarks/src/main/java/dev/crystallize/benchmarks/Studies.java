package dev.crystallize.benchmarks;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.RunOptions;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The experiments that are run. */
final class Studies {

  /** As many threads as the budgets were set for. */
  static final int PARALLELISM = 2;

  /** A small artifact. */
  static final byte[] SMALL = "{\"total\":6.0,\"values\":[1.0,2.0,3.0]}".getBytes(ascii());

  private Studies() {}

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }

  /** The work of a task: next to nothing. */
  static double measure(int replicate) {
    return Math.sqrt(replicate);
  }

  /** An experiment that records one number and writes nothing. */
  static ExperimentNode measuring(String name, int replicates) {
    return ExperimentNode.builder(name)
        .replicates(replicates)
        .metric("root", context -> measure(context.replicate()))
        .build();
  }

  /** An experiment that writes a small artifact. */
  static ExperimentNode writing(String name, int replicates) {
    return writing(name, replicates, List.of());
  }

  /** An experiment that reads from others, as bytes, and writes a small artifact. */
  static ExperimentNode writing(String name, int replicates, List<ExperimentNode> upstreams) {
    return writing(name, replicates, upstreams, 0);
  }

  /** Like {@link #writing(String, int, List)}, with a step that sleeps first. */
  static ExperimentNode writing(
      String name, int replicates, List<ExperimentNode> upstreams, int sleepMillis) {
    ExperimentNode.Builder node = ExperimentNode.builder(name).replicates(replicates);
    for (ExperimentNode upstream : upstreams) {
      node.input(upstream.name(), summary(upstream).input());
    }
    ArtifactRef<byte[]> summary =
        ArtifactRef.of(
            () -> {
              throw new IllegalStateException("only its own loader is asked for");
            },
            "summary",
            ArtifactLoader.bytes(bytes -> bytes));
    node.startWithInputs()
        .through(
            "summarise",
            step -> {
              OutputSlot<byte[]> out =
                  step.output(summary, "summary.json", ArtifactWriter.bytes(bytes -> bytes));
              return (context, data) -> {
                data.values().forEach(Studies::use);
                if (sleepMillis > 0) {
                  Thread.sleep(sleepMillis);
                }
                context.output(out).write(SMALL);
              };
            });
    return node.build();
  }

  private static void use(Object artifact) {
    if (((byte[]) artifact).length != SMALL.length) {
      throw new IllegalStateException("not what was written");
    }
  }

  private static ArtifactRef<byte[]> summary(ExperimentNode node) {
    return ArtifactRef.of(() -> node, "summary", ArtifactLoader.bytes(bytes -> bytes));
  }

  /** So many experiments, each of which reads the one before it. */
  static ExperimentNode chain(int experiments, int replicates) {
    ExperimentNode last = writing("e0", replicates);
    for (int i = 1; i < experiments; i++) {
      last = writing("e" + i, replicates, List.of(last));
    }
    return last;
  }

  /** Experiments that each read one or two of the ten before them; nobody reads the last. */
  static ExperimentNode[] mesh(int experiments, int replicates) {
    List<ExperimentNode> nodes = new ArrayList<>();
    for (int i = 0; i < experiments; i++) {
      List<ExperimentNode> upstreams = new ArrayList<>();
      if (i >= 10) {
        upstreams.add(nodes.get(i - 10));
        if (i % 3 == 0) {
          upstreams.add(nodes.get(i - 7));
        }
      }
      nodes.add(writing("e" + i, replicates, upstreams));
    }
    return nodes.toArray(new ExperimentNode[0]);
  }

  /** Experiments that have nothing to do with each other. */
  static ExperimentNode[] apart(int experiments, int replicates) {
    List<ExperimentNode> nodes = new ArrayList<>();
    for (int i = 0; i < experiments; i++) {
      nodes.add(writing("e" + i, replicates));
    }
    return nodes.toArray(new ExperimentNode[0]);
  }

  /** Runs experiments into a data folder. */
  static void run(Path data, boolean resume, ExperimentNode... nodes) {
    ExperimentGraph.of(nodes)
        .run(
            RunOptions.builder()
                .dataDirectory(data)
                .parallelism(PARALLELISM)
                .resume(resume)
                .build());
  }
}
