package dev.crystallize.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A million tasks in a small heap. */
final class MemoryPart implements Part {

  private static final int TASKS = 1_000_000;

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    Table table = new Table("1,000,000 tasks without artifacts", "ends", "CPU, ms", "clock, ms");
    StringBuilder failures = new StringBuilder();
    for (String heap : List.of("256m", "128m", "64m")) {
      Child.Ended ended = run("-Xmx" + heap, scratch.memory());
      table.row("-Xmx" + heap, cells(ended));
      if (ended.exitCode() != 0 && !outOfMemory(ended)) {
        failures.append(ended.output());
      }
    }
    out.println("### Memory\n");
    out.println(table);
    out.println("Budget: 256 MB.\n");
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.toString());
    }
  }

  /** As the JVM says it, or as a run does that had nowhere to put the error. */
  private static boolean outOfMemory(Child.Ended ended) {
    return ended.output().contains("OutOfMemoryError")
        || ended.output().contains("ran out of memory");
  }

  private static List<String> cells(Child.Ended ended) {
    return ended.exitCode() == 0
        ? List.of(
            "yes",
            TimeUnit.MILLISECONDS.text(ended.cost().cpuNanos()),
            TimeUnit.MILLISECONDS.text(ended.cost().wallNanos()))
        : List.of(outOfMemory(ended) ? "**no**: out of memory" : "**no**: it failed", "", "");
  }

  private static Child.Ended run(String heap, Path folder)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of(heap, "-XX:+UseSerialGC"));
    return Child.run(Child.command(options, MemoryPart.class, Scratch.fresh(folder).toString()));
  }

  /**
   * Runs the tasks.
   *
   * @param arguments the data folder
   */
  public static void main(String[] arguments) {
    Studies.run(Path.of(arguments[0]), false, Studies.measuring("many", TASKS));
  }
}
