package dev.crystallize.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What a task costs that writes a small artifact, and what one costs that also reads one. */
final class ArtifactsPart implements Part {

  private static final int TASKS = 10_000;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    out.println("### A task with a small artifact\n");
    List<Costs> memory = on(scratch.memory(), 6, out, "tmpfs");
    double above = memory.get(1).cpuAbove(memory.get(0)) / 1e3;
    List<Costs> disk = on(scratch.disk(), 4, out, "disk");
    double times = disk.get(1).cpuRatioTo(disk.get(0));
    out.println(
        "Budget on tmpfs, 15 us of CPU above the bare calls: "
            + new Budget(15, "us").verdict(above)
            + ".\n");
    out.println(
        "Budget on a disk, 1.2 times the bare calls: "
            + new Budget(1.2, "times").verdict(times)
            + ".\n");
  }

  private static List<Costs> on(Path folder, int rounds, PrintStream out, String name)
      throws Exception {
    List<Side> sides =
        List.of(
            Side.of(
                "the bare calls, in a loop",
                TASKS,
                () -> BareFiles.write(Scratch.fresh(folder), TASKS)),
            Side.of(
                "Crystallize, 2 threads",
                TASKS,
                () -> Studies.run(Scratch.fresh(folder), false, Studies.writing("one", TASKS))),
            Side.of(
                "the bare calls on 2 threads",
                TASKS,
                () -> BareFiles.writeOnThreads(Scratch.fresh(folder), TASKS)),
            Side.of(
                "Crystallize, half of the tasks read",
                TASKS,
                () -> Studies.run(Scratch.fresh(folder), false, Studies.chain(2, TASKS / 2))));
    List<Costs> costs = new Rounds(2, rounds).of(sides);
    Table table =
        Table.ofCosts(
            "for one task with a small artifact, " + name,
            TimeUnit.MICROSECONDS,
            "CPU / bare",
            "CPU above bare");
    for (Costs side : costs) {
      table.row(
          side.side(),
          side.cells(TimeUnit.MICROSECONDS),
          Costs.ratio(side.cpuRatioTo(costs.get(0))),
          TimeUnit.MICROSECONDS.text(side.cpuAbove(costs.get(0))));
    }
    out.println(table);
    return costs;
  }
}
