package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ArtifactException;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.TaskFailedException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Runs one task alone and tells what it gave. */
final class DebugCommand {

  private DebugCommand() {}

  static int run(
      ExperimentGraph graph,
      DebuggedName task,
      RunOptions options,
      PrintStream out,
      PrintStream err) {
    List<String> experiments = graph.plan(options).experiments();
    String experiment = task.experiment().orElse(experiments.get(experiments.size() - 1));
    try {
      out.println(graph.debug(experiment, task.condition(), task.replicate(), options));
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
}
