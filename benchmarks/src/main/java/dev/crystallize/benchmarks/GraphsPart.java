package dev.crystallize.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** How what the processor adds grows with the graph, and Dagger for the same graphs. */
final class GraphsPart implements Part {

  private static final List<Integer> SIZES = List.of(50, 200, 500, 2000);

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    Path folder = Scratch.fresh(scratch.memory());
    Table table =
        new Table(
            "experiments of 5 steps",
            "without, CPU ms",
            "ours adds, CPU ms",
            "for each experiment, ms",
            "Dagger's sources without, CPU ms",
            "Dagger adds, CPU ms",
            "for each component, ms",
            "ours / Dagger");
    for (int size : SIZES) {
      Sources ours = new Experiments(folder.resolve("ours" + size), size);
      ours.write();
      Sources dagger = new DaggerComponents(folder.resolve("dagger" + size), size);
      dagger.write();
      List<Costs> costs =
          new Rounds(size < 500 ? 1 : 0, size < 500 ? 2 : 1)
              .of(
                  List.of(
                      Javac.side("", ours, Javac.NONE),
                      Javac.side("", ours, Javac.OURS),
                      Javac.side("", dagger, Javac.NONE),
                      Javac.side("", dagger, Javac.DAGGER)));
      double added = costs.get(1).cpuAbove(costs.get(0));
      double daggerAdded = costs.get(3).cpuAbove(costs.get(2));
      table.row(
          String.valueOf(size),
          List.of(
              TimeUnit.MILLISECONDS.text(costs.get(0).medianCpu()),
              TimeUnit.MILLISECONDS.text(added),
              TimeUnit.MILLISECONDS.text(added / size),
              TimeUnit.MILLISECONDS.text(costs.get(2).medianCpu()),
              TimeUnit.MILLISECONDS.text(daggerAdded),
              TimeUnit.MILLISECONDS.text(daggerAdded / size),
              Costs.ratio(added / daggerAdded)));
    }
    out.println("### Graphs and the processor\n");
    out.println(table);
  }
}
