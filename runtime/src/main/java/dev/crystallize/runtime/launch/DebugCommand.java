package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.TaskFailedException;
import dev.crystallize.runtime.TaskId;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one task alone and tells what it gave. */
final class DebugCommand {

  private DebugCommand() {}

  /**
   * Runs the task.
   *
   * @param details takes what the task tells of itself
   */
  static int run(
      ExperimentGraph graph,
      DebuggedName task,
      RunOptions options,
      Consumer<String> details,
      PrintStream out,
      PrintStream err) {
    RunOptions told = options.toBuilder().listener(new Details(details)).build();
    List<String> experiments = graph.plan(told).experiments();
    String experiment = task.experiment().orElse(experiments.get(experiments.size() - 1));
    try {
      out.println(graph.debug(experiment, task.condition(), task.replicate(), told));
      return ExitCode.DONE;
    } catch (TaskFailedException e) {
      err.println("error: " + e.getMessage());
      Optional.ofNullable(e.getCause()).ifPresent(cause -> cause.printStackTrace(err));
      return ExitCode.FAILED;
    } catch (ArtifactException e) {
      err.println("error: " + e.getMessage());
      return ExitCode.FAILED;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static final class Details implements RunListener {

    private final Consumer<String> sink;

    Details(Consumer<String> sink) {
      this.sink = sink;
    }

    @Override
    public void detail(String text) {
      sink.accept(text);
    }

    @Override
    public void progress(TaskId task, double fraction, String text) {
      sink.accept(ProgressCounts.said(fraction, text));
    }
  }
}
