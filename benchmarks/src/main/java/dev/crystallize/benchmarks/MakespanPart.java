package dev.crystallize.benchmarks;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.RunOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Graphs of tasks that sleep: how near a run comes to the length of the longest path. */
final class MakespanPart implements Part {

  private static final int GRAPHS = 20;
  private static final int WARMUPS = 3;
  private static final int NODES = 40;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    double[] random = new double[GRAPHS];
    for (int i = -WARMUPS; i < GRAPHS; i++) {
      double share = shareOfIdeal(randomGraph(new Random(i)), Scratch.fresh(scratch.memory()));
      if (i >= 0) {
        random[i] = share;
      }
    }
    double[] diamonds = new double[5];
    for (int i = 0; i < diamonds.length; i++) {
      diamonds[i] = shareOfIdeal(diamond(), Scratch.fresh(scratch.memory()));
    }
    Table table = new Table("longest path / makespan", "worst", "median", "budget 95 %");
    row(table, "20 random graphs of 40 sleeping nodes", random);
    row(table, "a diamond of sleeping nodes, 5 times", diamonds);
    out.println("### Makespan\n");
    out.println(table);
  }

  private static void row(Table table, String what, double[] shares) {
    Arrays.sort(shares);
    double median = shares[shares.length / 2];
    table.row(
        what, List.of(percent(shares[0]), percent(median), median >= 0.95 ? "met" : "**missed**"));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static double shareOfIdeal(Sleepers graph, Path data) {
    RunOptions options = RunOptions.builder().dataDirectory(data).parallelism(NODES).build();
    long began = System.nanoTime();
    graph.graph().run(options);
    return graph.longestPathMillis() * 1e6 / (System.nanoTime() - began);
  }

  /** Nodes that read up to three earlier ones and sleep for 10 to 100 ms. */
  private static Sleepers randomGraph(Random random) {
    Sleepers graph = new Sleepers();
    for (int i = 0; i < NODES; i++) {
      int[] upstreams =
          i == 0 ? new int[0] : random.ints(random.nextInt(4), 0, i).distinct().toArray();
      graph.add(10 + random.nextInt(91), upstreams);
    }
    return graph;
  }

  private static Sleepers diamond() {
    Sleepers graph = new Sleepers();
    graph.add(100);
    graph.add(200, 0);
    graph.add(200, 0);
    graph.add(200, 0);
    graph.add(100, 1, 2, 3);
    return graph;
  }

  /** A graph that knows how long it has to take. */
  private static final class Sleepers {

    private final List<ExperimentNode> nodes = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();

    void add(int millis, int... upstreams) {
      List<ExperimentNode> read = new ArrayList<>();
      long begin = 0;
      for (int upstream : upstreams) {
        read.add(nodes.get(upstream));
        begin = Math.max(begin, ends.get(upstream));
      }
      nodes.add(Studies.writing("n" + nodes.size(), 1, read, millis));
      ends.add(begin + millis);
    }

    long longestPathMillis() {
      return ends.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    ExperimentGraph graph() {
      return ExperimentGraph.of(nodes.toArray(new ExperimentNode[0]));
    }
  }
}
