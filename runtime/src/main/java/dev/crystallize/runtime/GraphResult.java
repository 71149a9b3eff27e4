package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of a run: the result of each experiment by its name, upstream ones first. */
public final class GraphResult extends AbstractMap<String, Result> {

  private final Map<String, Result> results;
  private final RunSummary summary;

  GraphResult(Map<String, Result> results, RunSummary summary) {
    this.results = Collections.unmodifiableMap(results);
    this.summary = summary;
  }

  /**
   * The result of an experiment.
   *
   * @param name the experiment's name
   * @return its result
   * @throws IllegalArgumentException if the graph has no such experiment, with the nearest one
   */
  @Override
  public Result get(@Nullable Object name) {
    Result result = name instanceof String ? results.get(name) : null;
    if (result == null) {
      throw new IllegalArgumentException(
          "there is no experiment '"
              + name
              + "'"
              + Suggestions.of(String.valueOf(name), results.keySet()).text());
    }
    return result;
  }

  GraphResult with(List<RunResources.Unclosed> unclosed) {
    return unclosed.isEmpty() ? this : new GraphResult(results, summary.with(unclosed));
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String && results.containsKey(name);
  }

  @Override
  public Set<Entry<String, Result>> entrySet() {
    return results.entrySet();
  }

  /**
   * Whether every task was committed, no verifier threw, every resource was closed, and nothing
   * that was checked differed.
   *
   * @return whether nothing went wrong
   */
  public boolean successful() {
    return summary.committed() == summary.tasks()
        && differences().isEmpty()
        && summary.unclosed().isEmpty()
        && results.values().stream()
            .flatMap(result -> result.hypotheses().stream())
            .noneMatch(HypothesisResult::failed);
  }

  /**
   * Whether the run was stopped from outside.
   *
   * @return whether it was interrupted
   */
  public boolean interrupted() {
    return summary.interrupted();
  }

  /**
   * The tasks that failed, in all experiments.
   *
   * @return upstream experiments first
   */
  public List<Failure> failures() {
    return results.values().stream().flatMap(result -> result.failures().stream()).toList();
  }

  /**
   * What was otherwise when tasks ran a second time, if the run was to check them.
   *
   * @return a line for each task that is not reproducible, upstream experiments first
   */
  public List<String> differences() {
    return summary.differences().orElse(List.of());
  }

  /**
   * The folder that holds the data.
   *
   * @return an absolute path
   */
  public Path dataDirectory() {
    return summary.dataDirectory();
  }

  RunSummary summary() {
    return summary;
  }

  /**
   * What went wrong: how many tasks ended how, the first failures and their number.
   *
   * @return some lines, of use only if something did go wrong
   */
  public String problems() {
    return ResultText.problems(this);
  }

  /**
   * The results as one JSON document, which {@link #fromJson} reads again.
   *
   * @return experiments with their conditions, metrics, artifacts, hypotheses and provenance,
   *     failures, counts and the data folder; numbers that are not finite are texts
   */
  public String toJson() {
    return GraphResultJson.RESULTS.json(this);
  }

  /**
   * Reads what {@link #toJson()} or {@code --json} gave. What follows from the rest, such as means,
   * is computed anew. Artifacts can be loaded as long as their files are where they were; what was
   * thrown by a failed task is there as text.
   *
   * @param json the document
   * @return the results
   * @throws IllegalArgumentException if it is no such document, with the place in it
   */
  public static GraphResult fromJson(String json) {
    return GraphResultJson.RESULTS.parse(json);
  }

  /**
   * The metrics of all experiments as one tidy table.
   *
   * @return CSV as RFC 4180 says, with the columns {@code experiment,condition,replicate,metric,
   *     value}; lines end in a line feed
   */
  public String toCsv() {
    return ResultCsv.of(results.values());
  }

  /**
   * Writes what {@link #toCsv()} gives to a file, whole or not at all.
   *
   * @param file the file, replaced if it exists; its folder must exist
   * @throws StorageException if it cannot be written
   */
  public void writeCsv(Path file) {
    ResultCsv.write(results.values(), file);
  }

  /** Returns a table per experiment, hypotheses, failures and the folder of the data. */
  @Override
  public String toString() {
    return ResultText.table(this);
  }
}
