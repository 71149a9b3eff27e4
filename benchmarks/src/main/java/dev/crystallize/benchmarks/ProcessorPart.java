package dev.crystallize.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the processor adds to a compile: whole processes of javac, by processor time. */
final class ProcessorPart implements Part {

  private static final List<Integer> SIZES = List.of(50, 200, 500, 2000);

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    out.println("### The processor\n");
    Path folder = Scratch.fresh(scratch.memory());
    largeModule(folder.resolve("large"), out);
    graphs(folder, out);
  }

  private static void largeModule(Path folder, PrintStream out) throws Exception {
    Sources sources = module(folder);
    Sources byHand = module(folder.resolveSibling("byhand"));
    byHand.include(generated(sources));
    List<Side> sides =
        List.of(
            side("without any processor", sources, Javac.NONE),
            side("the same, and what ours generates as sources", byHand, Javac.NONE),
            side("with a processor that does nothing", sources, Javac.IDLE),
            side("with ours", sources, Javac.OURS));
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
    List<String> command = new ArrayList<>(Javac.command(sources, classes(sources), Javac.OURS));
    command.addAll(List.of("-s", generated.toString()));
    Child.succeed(command);
    return generated;
  }

  private static void graphs(Path folder, PrintStream out) throws Exception {
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
                      side("", ours, Javac.NONE),
                      side("", ours, Javac.OURS),
                      side("", dagger, Javac.NONE),
                      side("", dagger, Javac.DAGGER)));
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
    out.println(table);
  }

  private static Side side(String name, Sources sources, String processor) {
    return new Side(name, () -> compiled(sources, processor));
  }

  private static Cost compiled(Sources sources, String processor)
      throws IOException, InterruptedException {
    return Child.succeed(Javac.command(sources, classes(sources), processor)).cost();
  }

  private static Path classes(Sources sources) throws IOException {
    return Scratch.fresh(sources.folder().resolveSibling("classes"));
  }
}
