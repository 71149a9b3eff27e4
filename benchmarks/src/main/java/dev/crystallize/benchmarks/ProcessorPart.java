package dev.crystallize.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the processor adds to the compile of a large module: whole processes of javac. */
final class ProcessorPart implements Part {

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    Path folder = Scratch.fresh(scratch.memory());
    Sources sources = module(folder.resolve("large"));
    Sources byHand = module(folder.resolve("byhand"));
    byHand.include(generated(sources));
    List<Side> sides =
        List.of(
            Javac.side("without any processor", sources, Javac.NONE),
            Javac.side("the same, and what ours generates as sources", byHand, Javac.NONE),
            Javac.side("with a processor that does nothing", sources, Javac.IDLE),
            Javac.side("with ours", sources, Javac.OURS));
    List<Costs> costs = new Rounds(0, 5).of(sides);
    Table table =
        Table.ofCosts(
            "javac, 1000 classes and 10 experiments", TimeUnit.MILLISECONDS, "CPU above the first");
    for (Costs side : costs) {
      table.row(
          side.side(),
          side.cells(TimeUnit.MILLISECONDS),
          TimeUnit.MILLISECONDS.text(side.cpuAbove(costs.get(0))));
    }
    out.println("### The processor\n");
    out.println(table);
    double added = costs.get(3).cpuAbove(costs.get(0));
    out.println("Budget 600 ms of CPU: " + new Budget(600, "ms").verdict(added / 1e6) + ".\n");
    out.println(
        "Budget 5 % of that compile: "
            + new Budget(5, "%").verdict(100 * added / costs.get(0).medianCpu())
            + ".\n");
  }

  private static Sources module(Path folder) throws IOException {
    Sources sources = new Experiments(folder, 10);
    sources.write();
    sources.include(new OrdinaryClasses(folder, 1000));
    return sources;
  }

  private static Path generated(Sources sources) throws IOException, InterruptedException {
    Path generated = Files.createDirectories(sources.folder().resolveSibling("generated"));
    List<String> command =
        new ArrayList<>(Javac.command(sources, Javac.classes(sources), Javac.OURS));
    command.addAll(List.of("-s", generated.toString()));
    Child.succeed(command);
    return generated;
  }
}
