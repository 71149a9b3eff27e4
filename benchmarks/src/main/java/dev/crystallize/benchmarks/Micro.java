package dev.crystallize.benchmarks;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.ConfigReader;
import dev.crystallize.runtime.plan.GraphPlanner;
import dev.crystallize.runtime.plan.PlanEdge;
import dev.crystallize.runtime.plan.PlanNode;
import dev.crystallize.runtime.plan.PlanOptions;
import dev.crystallize.runtime.plan.Planning;
import dev.crystallize.runtime.plan.TaskSeeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Small things that run often, when they are warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Micro {

  private static final byte[] YAML =
      """
      replicates: 30
      datasource: { model: train#model, test: split#test }
      outputs: { scores: scores.json }
      steps: [ load, { scale: { factor: 2.0 } }, evaluate ]
      treatments:
        baseline: { learning_rate: 0.1, batch_size: 32 }
        high_lr: { learning_rate: 1.0 }
      """
          .getBytes(StandardCharsets.UTF_8);

  private final ConfigReader reader = new ConfigReader();
  private final List<PlanNode> chain = new ArrayList<>();
  private int replicate;

  /** Made by the harness. */
  public Micro() {
    for (int i = 0; i < 10_000; i++) {
      List<PlanEdge> reads =
          i == 0 ? List.of() : List.of(new PlanEdge("in", "e" + (i - 1), "summary"));
      chain.add(new PlanNode("e" + i, OptionalInt.empty(), List.of("high_lr"), reads));
    }
  }

  /**
   * Reads a configuration.
   *
   * @return it
   */
  @Benchmark
  public ConfigFile readConfiguration() {
    return reader.read("evaluate", YAML);
  }

  /**
   * Plans a chain of 10,000 experiments in two conditions.
   *
   * @return the plan
   */
  @Benchmark
  public Planning planChainOf10000() {
    return GraphPlanner.plan(chain, PlanOptions.AS_CONFIGURED);
  }

  /**
   * Derives what the random numbers of a step come from.
   *
   * @return the seed
   */
  @Benchmark
  public long deriveSeed() {
    return TaskSeeds.derive("train", TaskSeeds.step("train"), 0, 0, replicate++);
  }
}
