package dev.crystallize.benchmarks;

import java.io.PrintStream;
import java.util.List;

/** What a task costs that writes nothing, besides what the user's code does. */
final class EnginePart implements Part {

  private static final int MANY = 200_000;
  private static final int DEXECUTOR_NODES = 10_000;
  private static final int BATCH_STEPS = 500;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    List<Side> sides =
        List.of(
            Side.of("by hand: a loop", MANY, () -> ByHand.loop(MANY)),
            Side.of("by hand: CompletableFuture, pool of 2", MANY, () -> ByHand.futures(MANY)),
            Side.of(
                "Crystallize, journal included",
                MANY,
                () ->
                    Studies.run(
                        Scratch.fresh(scratch.memory()), false, Studies.measuring("many", MANY))),
            Side.of(
                "dexecutor, 10,000 independent nodes",
                DEXECUTOR_NODES,
                () -> Dexecutors.independent(DEXECUTOR_NODES)),
            Side.of(
                "Spring Batch, a job of 500 steps, H2 in memory",
                BATCH_STEPS,
                () -> SpringBatch.job(BATCH_STEPS)));
    List<Costs> costs = new Rounds(2, 5).of(sides);
    Costs ours = costs.get(2);
    Table table =
        Table.ofCosts("for one task without artifacts", TimeUnit.MICROSECONDS, "CPU / ours");
    for (Costs side : costs) {
      table.row(side.side(), side.cells(TimeUnit.MICROSECONDS), Costs.ratio(side.cpuRatioTo(ours)));
    }
    out.println("### A task without artifacts\n");
    out.println(table);
    out.println(
        "Budget 5 us of CPU: " + new Budget(5, "us").verdict(ours.medianCpu() / 1e3) + ".\n");
  }
}
