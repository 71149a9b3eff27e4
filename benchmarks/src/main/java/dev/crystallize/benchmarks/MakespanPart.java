package dev.crystallize.benchmarks;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.RunOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Graphs of tasks that sleep: how near a run comes to the length of the longest path.
 *
 * <p>What a run takes to begin and to end does not grow with the sleep. The short graphs show it;
 * the long ones show whether anything waits that could run.
 */
final class MakespanPart implements Part {

  private static final int GRAPHS = 8;
  private static final int WARMUPS = 30;
  private static final int NODES = 40;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    for (int i = 0; i < WARMUPS; i++) {
      timed(random(-1 - i, 1), scratch);
    }
    Table table =
        new Table(
            "longest path / makespan", "worst", "median", "above the path, ms", "budget 95 %");
    List<Timed> shortOnes = new ArrayList<>();
    List<Timed> longOnes = new ArrayList<>();
    List<Timed> diamonds = new ArrayList<>();
    for (int i = 0; i < GRAPHS; i++) {
      shortOnes.add(timed(random(i, 10), scratch));
      longOnes.add(timed(random(i, 100), scratch));
      diamonds.add(timed(diamond(), scratch));
    }
    table.row(GRAPHS + " random graphs of 40 nodes that sleep for 10 to 100 ms", cells(shortOnes));
    row(table, "the same graphs, 100 to 1000 ms", longOnes);
    row(table, "a diamond of nodes that sleep for 500 and 1000 ms", diamonds);
    out.println("### Makespan\n");
    out.println(table);
  }

  private static void row(Table table, String what, List<Timed> runs) {
    List<String> cells = new ArrayList<>(cells(runs));
    cells.set(3, share(runs, 0.5) >= 0.95 ? "met" : "**missed**");
    table.row(what, cells);
  }

  private static List<String> cells(List<Timed> runs) {
    double above = middle(runs.stream().mapToDouble(Timed::aboveMillis).sorted().toArray(), 0.5);
    return List.of(
        percent(share(runs, 0)),
        percent(share(runs, 0.5)),
        String.format(Locale.ROOT, "%.0f", above),
        "");
  }

  private static double share(List<Timed> runs, double rank) {
    return middle(runs.stream().mapToDouble(Timed::share).sorted().toArray(), rank);
  }

  private static double middle(double[] sorted, double rank) {
    return sorted[(int) (rank * sorted.length)];
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static Timed timed(Sleepers graph, Scratch scratch) throws Exception {
    RunOptions options =
        RunOptions.builder()
            .dataDirectory(Scratch.fresh(scratch.memory()))
            .parallelism(NODES)
            .build();
    long began = System.nanoTime();
    graph.graph().run(options);
    return new Timed(graph.longestPathMillis(), (System.nanoTime() - began) / 1e6);
  }

  /** Nodes that read up to three earlier ones and sleep for 1 to 10 units. */
  private static Sleepers random(int seed, int unitMillis) {
    Random random = new Random(seed);
    Sleepers graph = new Sleepers();
    for (int i = 0; i < NODES; i++) {
      int[] upstreams =
          i == 0 ? new int[0] : random.ints(random.nextInt(4), 0, i).distinct().toArray();
      graph.add(unitMillis * (1 + random.nextInt(10)), upstreams);
    }
    return graph;
  }

  private static Sleepers diamond() {
    Sleepers graph = new Sleepers();
    graph.add(500);
    graph.add(1000, 0);
    graph.add(1000, 0);
    graph.add(1000, 0);
    graph.add(500, 1, 2, 3);
    return graph;
  }

  /** How long a run took, and how long it had to take. */
  private record Timed(double pathMillis, double tookMillis) {

    double share() {
      return pathMillis / tookMillis;
    }

    double aboveMillis() {
      return tookMillis - pathMillis;
    }
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
