package dev.crystallize.benchmarks;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** How long a generated main takes from nothing: whole processes. */
final class StartPart implements Part {

  private static final int ROUNDS = 15;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    Path folder = Scratch.fresh(scratch.disk());
    Experiments study = new Experiments(folder.resolve("source"), 2);
    study.write();
    Path classes = folder.resolve("classes");
    Child.succeed(Javac.command(study, classes, Javac.OURS));
    String classPath =
        String.join(
            File.pathSeparator, classes.toString(), study.folder().toString(), ClassPaths.user());
    List<Side> sides =
        List.of(
            Side.process(
                "an empty main", List.of(Child.tool("java"), "-cp", ClassPaths.own(), name())),
            main("--dry-run", classPath),
            main("--help", classPath));
    Table table =
        Table.ofCosts("from the start of a JVM to its end", TimeUnit.MILLISECONDS, "budget");
    List<Costs> costs = new Rounds(2, ROUNDS).of(sides);
    for (int i = 0; i < costs.size(); i++) {
      Costs side = costs.get(i);
      table.row(
          side.side(),
          side.cells(TimeUnit.MILLISECONDS),
          i == 1 ? new Budget(400, "ms").verdict(side.medianWall() / 1e6) : "");
    }
    out.println("### Start\n");
    out.println(table);
  }

  private static Side main(String option, String classPath) {
    return Side.process(
        "the generated main of two experiments, " + option,
        List.of(Child.tool("java"), "-cp", classPath, "study.E1Graph", option));
  }

  private static String name() {
    return StartPart.class.getName();
  }

  /**
   * Does nothing.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {}
}
