package dev.crystallize.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH says of {@link Micro}. */
final class MicroPart implements Part {

  @Override
  public void run(Scratch scratch, PrintStream out) throws Exception {
    Table table = new Table("JMH, average time, warm", "us", "error (99.9 %), us");
    for (RunResult run :
        new Runner(
                new OptionsBuilder()
                    .include(Micro.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run()) {
      Result<?> result = run.getPrimaryResult();
      table.row(result.getLabel(), List.of(text(result.getScore()), text(result.getScoreError())));
    }
    out.println("### Small things\n");
    out.println(table);
  }

  private static String text(double microseconds) {
    return String.format(Locale.ROOT, microseconds < 100 ? "%.2f" : "%.0f", microseconds);
  }
}
