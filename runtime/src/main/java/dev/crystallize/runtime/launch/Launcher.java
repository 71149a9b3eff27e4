package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ConfigurationException;
import dev.crystallize.runtime.ConfigurationProblem;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.OnFailure;
import dev.crystallize.runtime.Plan;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.SettingException;
import dev.crystallize.runtime.StorageException;
import dev.crystallize.runtime.UnknownTreatmentException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a graph from the command line, as the {@code main} of every generated graph does. */
public final class Launcher {

  private Launcher() {}

  /**
   * Runs a graph and ends the JVM: with 0 if all tasks were committed, 1 if some failed, 2 after
   * wrong usage, 3 if a configuration is invalid or wired otherwise than the code, 130 if it was
   * interrupted.
   *
   * @param graph the graph
   * @param args the command line; {@code --help} tells what it may hold
   */
  public static void main(ExperimentGraph graph, String[] args) {
    RunningSteps steps = new RunningSteps();
    Shutdown shutdown = Shutdown.watch(Thread.currentThread(), steps, System.err);
    int code = ExitCode.FAILED;
    try {
      code = run(graph, args, System.out, System.err, steps);
    } catch (RuntimeException | Error e) {
      // Threads that steps left behind must not keep the JVM from ending, and with a failure.
      System.err.println("error: " + e);
      e.printStackTrace();
    } finally {
      shutdown.runEnded(code);
    }
    System.exit(code);
  }

  /**
   * Runs a graph.
   *
   * @param graph the graph
   * @param args the command line
   * @param out where results go
   * @param err where everything else goes
   * @return the exit code, as {@link #main} describes it
   */
  public static int run(ExperimentGraph graph, String[] args, PrintStream out, PrintStream err) {
    return run(graph, args, out, err, new RunningSteps());
  }

  private static int run(
      ExperimentGraph graph, String[] args, PrintStream out, PrintStream err, RunningSteps steps) {
    try {
      CommandLineOptions options = CommandLineOptions.parse(args);
      if (options.help()) {
        out.println(CommandLineOptions.helpText());
        return ExitCode.DONE;
      }
      if (options.version()) {
        out.println("crystallize " + version());
        return ExitCode.DONE;
      }
      return run(graph, options, out, err, steps);
    } catch (UsageException | UnknownTreatmentException | SettingException e) {
      err.println("error: " + e.getMessage());
      return ExitCode.USAGE;
    } catch (ConfigurationException e) {
      for (ConfigurationProblem problem : e.problems()) {
        err.println("error: " + problem);
      }
      return ExitCode.CONFIGURATION;
    } catch (StorageException e) {
      err.println("error: " + e.getMessage());
      err.println("what was committed stays; mend that and go on: --resume");
      return ExitCode.FAILED;
    }
  }

  private static int run(
      ExperimentGraph graph,
      CommandLineOptions line,
      PrintStream out,
      PrintStream err,
      RunningSteps steps) {
    RunOptions.Builder builder = line.runOptions().onFailure(OnFailure.RETURN);
    Optional<Path> csv = line.csv();
    Optional<DebuggedName> task = line.debug();
    boolean scratch = line.scratch();
    if (line.seedIsRandom()) {
      // Told before anything runs, so that it is known even if this process is killed.
      boolean goesOn = line.resume() || task.isPresent();
      long seed = graph.drawSeed(line.runOptions().resume(goesOn).build());
      err.println("seed: " + seed);
      builder.seed(seed);
    }
    Optional<Path> dot = line.dot();
    if (dot.isPresent() && !writes(() -> graph.writeDot(dot.get(), builder.build()), err)) {
      return ExitCode.FAILED;
    }
    if (line.dryRun() || line.explain()) {
      Plan plan = graph.plan(builder.build());
      String text = line.explain() ? plan.explanation() : plan.toString();
      out.println(line.json() ? plan.toJson() : text);
      return ExitCode.DONE;
    }
    if (task.isPresent()) {
      return DebugCommand.run(graph, task.get(), builder.build(), said(line, err), out, err);
    }
    if (scratch) {
      builder.dataDirectory(Scratch.make());
    }
    GraphResult results = run(graph, builder, line, err, steps);
    report(results, line, out, err);
    if (scratch) {
      err.println("scratch folder, kept: " + results.dataDirectory());
      if (!results.successful() || results.interrupted()) {
        err.println("to debug or resume it, give it with --data, and no --scratch");
      }
    }
    if (csv.isPresent() && !writes(() -> results.writeCsv(csv.get()), err)) {
      return ExitCode.FAILED;
    }
    if (results.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return results.successful() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Whether a file that was asked for besides can be written; the data are not concerned. */
  private static boolean writes(Runnable write, PrintStream err) {
    try {
      write.run();
      return true;
    } catch (StorageException e) {
      err.println("error: " + e.getMessage());
      return false;
    }
  }

  private static GraphResult run(
      ExperimentGraph graph,
      RunOptions.Builder builder,
      CommandLineOptions options,
      PrintStream err,
      RunningSteps steps) {
    ProgressCounts counts = new ProgressCounts(System::nanoTime);
    if (options.quiet()) {
      return run(graph, builder, new MainListener(steps, counts, text -> {}));
    }
    if (Terminal.isThere()) {
      try (ProgressLine line = new ProgressLine(err, counts::text)) {
        line.start();
        return run(graph, builder, new MainListener(steps, counts, line::say));
      }
    }
    try (ProgressLog log = new ProgressLog(counts, err::println)) {
      log.start();
      return run(graph, builder, new MainListener(steps, log, err::println));
    }
  }

  private static GraphResult run(
      ExperimentGraph graph, RunOptions.Builder builder, RunListener listener) {
    return graph.run(builder.listener(listener).build());
  }

  private static Consumer<String> said(CommandLineOptions line, PrintStream err) {
    return line.quiet() ? text -> {} : err::println;
  }

  private static void report(
      GraphResult results, CommandLineOptions line, PrintStream out, PrintStream err) {
    if (line.json()) {
      out.println(results.toJson());
    } else if (!line.quiet()) {
      out.println(results);
    }
    boolean untold = line.json() || line.quiet();
    if (untold && (!results.successful() || results.interrupted())) {
      err.println("error: " + results.problems());
    }
  }

  private static String version() {
    String version = Launcher.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
