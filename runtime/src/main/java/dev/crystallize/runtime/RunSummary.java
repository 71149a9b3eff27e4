package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run in numbers.
 *
 * @param tasks all tasks
 * @param committed those that were committed
 * @param reused those of the committed ones that earlier runs had committed
 * @param failed those that failed
 * @param skipped those that were not run because another one failed
 * @param cancelled those that were not run because the run was stopped
 * @param interrupted whether it was stopped from outside
 * @param compiledValues the experiments whose configuration was not found
 * @param differences if every task ran twice: what was otherwise the second time, a line each
 * @param skips which tasks were skipped because of which failure, a line for each of the first
 * @param notes what else there is to know, a line each
 * @param dataDirectory the absolute path of the data
 * @param unclosed the resources that could not be closed
 */
record RunSummary(
    int tasks,
    int committed,
    int reused,
    int failed,
    int skipped,
    int cancelled,
    boolean interrupted,
    List<String> compiledValues,
    Optional<List<String>> differences,
    List<String> skips,
    List<String> notes,
    Path dataDirectory,
    List<RunResources.Unclosed> unclosed) {

  RunSummary with(List<RunResources.Unclosed> resources) {
    return new RunSummary(
        tasks,
        committed,
        reused,
        failed,
        skipped,
        cancelled,
        interrupted,
        compiledValues,
        differences,
        skips,
        notes,
        dataDirectory,
        List.copyOf(resources));
  }
}
