package dev.crystallize.benchmarks;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.Plan;
import dev.crystallize.runtime.RunOptions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** How long planning takes the first time, in a JVM that has done nothing else but build nodes. */
final class PlanPart implements Part {

  private static final int ROUNDS = 5;
  private static final List<String> SHAPES =
      List.of("chain-of-10000", "mesh-of-10000", "100000-tasks");

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    List<Side> sides = new ArrayList<>();
    for (String shape : SHAPES) {
      sides.add(new Side(shape, () -> planned(shape)));
    }
    Table table = Table.ofCosts("planning, cold", TimeUnit.MILLISECONDS, "budget 1 s");
    for (Costs side : new Rounds(1, ROUNDS).of(sides)) {
      table.row(
          side.side(),
          side.cells(TimeUnit.MILLISECONDS),
          new Budget(1000, "ms").verdict(side.medianWall() / 1e6));
    }
    out.println("### Planning\n");
    out.println(table);
  }

  private static Cost planned(String shape) throws Exception {
    Child.Ended ended = Child.main(List.of(), PlanPart.class, shape);
    return new Cost(ended.figure("cpu"), ended.figure("wall"));
  }

  private static ExperimentNode[] nodes(String shape) {
    return switch (shape) {
      case "chain-of-10000" -> new ExperimentNode[] {Studies.chain(10_000, 1)};
      case "mesh-of-10000" -> Studies.mesh(10_000, 1);
      case "100000-tasks" -> Studies.mesh(1_000, 100);
      default -> throw new IllegalArgumentException(shape);
    };
  }

  /**
   * Plans once.
   *
   * @param arguments the shape of the graph
   */
  public static void main(String[] arguments) {
    ExperimentNode[] nodes = nodes(arguments[0]);
    long cpu = Cost.cpuNanosSoFar();
    long wall = System.nanoTime();
    Plan plan = ExperimentGraph.of(nodes).plan(RunOptions.defaults());
    wall = System.nanoTime() - wall;
    System.out.println("cpu " + (Cost.cpuNanosSoFar() - cpu));
    System.out.println("wall " + wall);
    System.out.println("tasks " + plan.runCount());
  }
}
