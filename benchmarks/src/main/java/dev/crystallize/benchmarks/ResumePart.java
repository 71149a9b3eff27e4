package dev.crystallize.benchmarks;

import dev.crystallize.runtime.ExperimentNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run with {@code --resume} of which every task stands: whole processes. */
final class ResumePart implements Part {

  private static final int TASKS = 10_000;
  private static final int ROUNDS = 5;
  private static final List<Integer> EXPERIMENTS = List.of(1, 100, 10_000);

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    out.println("### Resuming when nothing is to be done\n");
    on(scratch.memory(), "tmpfs", out);
    on(scratch.disk(), "disk", out);
  }

  private static void on(Path folder, String name, PrintStream out) throws Exception {
    List<Side> sides = new ArrayList<>();
    for (int experiments : EXPERIMENTS) {
      String data = Scratch.fresh(folder).toString();
      List<String> command =
          Child.command(List.of(), ResumePart.class, data, String.valueOf(experiments));
      Child.succeed(command);
      sides.add(
          Side.process(
              String.format("%,d x %,d tasks", experiments, TASKS / experiments), command));
    }
    Table table =
        Table.ofCosts(
            "resuming 10,000 tasks with a small artifact each, " + name,
            TimeUnit.MILLISECONDS,
            "budget 1 s");
    for (Costs side : new Rounds(1, ROUNDS).of(sides)) {
      table.row(
          side.side(),
          side.cells(TimeUnit.MILLISECONDS),
          new Budget(1000, "ms").verdict(side.medianWall() / 1e6));
    }
    out.println(table);
  }

  /**
   * Runs the tasks, or finds that all are there.
   *
   * @param arguments the data folder, and over how many experiments the tasks are spread
   */
  public static void main(String[] arguments) {
    int experiments = Integer.parseInt(arguments[1]);
    ExperimentNode[] nodes = Studies.apart(experiments, TASKS / experiments);
    Studies.run(Path.of(arguments[0]), true, nodes);
  }
}
