package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.engine.ExperimentOutcome;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.MetricSeries;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What became of one experiment in a run, this one or an earlier one. */
public final class Result {

  private final ExperimentOutcome outcome;
  private final RunDesign design;
  private final List<HypothesisResult> hypotheses;
  private final List<Failure> failures;
  private final Optional<Provenance> provenance;
  private final List<String> notes;

  Result(
      ExperimentOutcome outcome,
      RunDesign design,
      List<HypothesisResult> hypotheses,
      List<Failure> failures,
      Optional<Provenance> provenance,
      List<String> notes) {
    this.outcome = outcome;
    this.design = design;
    this.hypotheses = List.copyOf(hypotheses);
    this.failures = List.copyOf(failures);
    this.provenance = provenance;
    this.notes = List.copyOf(notes);
  }

  /**
   * The experiment's name.
   *
   * @return the declared name
   */
  public String name() {
    return outcome.name();
  }

  /**
   * The conditions that this experiment ran.
   *
   * @return {@code baseline}, then treatments in order
   */
  public List<String> conditions() {
    return outcome.conditions();
  }

  /**
   * Whether every replicate of a condition was committed.
   *
   * @param condition {@code baseline} or a treatment of the run
   * @return whether its results are complete
   * @throws IllegalArgumentException if the run had no such condition, with the nearest one
   */
  public boolean complete(String condition) {
    return in(condition).complete();
  }

  /**
   * The metrics that some task recorded.
   *
   * @return their names, in the order in which they were recorded
   */
  public List<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    outcome.results().values().forEach(results -> names.addAll(results.metrics()));
    return List.copyOf(names);
  }

  /**
   * A metric.
   *
   * @param name the metric's name
   * @return its values in all conditions
   * @throws IllegalArgumentException if no task recorded it, with the nearest one
   */
  public MetricResult metric(String name) {
    requireKnown("metric", name, metrics());
    return new MetricResult(
        name, condition -> MetricSummary.of(name, in(condition), design.clusters()));
  }

  /**
   * A curve.
   *
   * @param name the name under which it was recorded
   * @param condition {@code baseline} or a treatment of the run
   * @param replicate the replicate, from 0
   * @return the curve; empty if that task failed or did not record it
   * @throws IllegalArgumentException if the run had no such condition or replicate
   */
  public Optional<Series> series(String name, String condition, int replicate) {
    ConditionResults results = in(condition);
    requireReplicate(replicate, results.replicates());
    return results.series(name, replicate).map(Result::series);
  }

  private static Series series(MetricSeries curve) {
    return new Series(
        IntStream.range(0, curve.size()).mapToObj(curve::step).toList(),
        IntStream.range(0, curve.size()).mapToObj(curve::value).toList());
  }

  /**
   * The hypotheses.
   *
   * @return their results, in order
   */
  public List<HypothesisResult> hypotheses() {
    return hypotheses;
  }

  /**
   * The outputs.
   *
   * @return their aliases, in order
   */
  public List<String> artifacts() {
    return outcome.outputs();
  }

  /**
   * The file of an artifact.
   *
   * @param alias the output's alias
   * @param condition {@code baseline} or a treatment of the run
   * @param replicate the replicate, from 0
   * @return the file, which must not be changed
   * @throws IllegalArgumentException if there is no such output, condition or replicate
   * @throws ArtifactException if that task failed, or the file is gone
   */
  public Path artifact(String alias, String condition, int replicate) {
    return stored(alias, condition, replicate).path();
  }

  /**
   * Reads an artifact.
   *
   * @param output the output, such as the constant of a generated class
   * @param condition {@code baseline} or a treatment of the run
   * @param replicate the replicate, from 0
   * @param <T> what its loader gives
   * @return what its loader gives
   * @throws IllegalArgumentException if there is no such output, condition or replicate
   * @throws ArtifactException if that task failed, the file is missing or changed, or the loader
   *     fails
   */
  public <T> T load(ArtifactRef<T> output, String condition, int replicate) {
    return Artifacts.load(output.loader(), stored(output.alias(), condition, replicate));
  }

  private UpstreamArtifact stored(String alias, String condition, int replicate) {
    requireKnown("output", alias, outcome.outputs());
    requireReplicate(replicate, in(condition).replicates());
    return kept(alias, materialised(condition), replicate)
        .orElseThrow(
            () ->
                new ArtifactException(
                    "[missing-artifact] "
                        + new TaskId(name(), condition, replicate)
                        + " was not committed, so there is no '"
                        + alias
                        + "'"));
  }

  private Optional<UpstreamArtifact> kept(String alias, String condition, int replicate) {
    try {
      return outcome.artifact(alias, condition, replicate);
    } catch (dev.crystallize.runtime.store.ArtifactException e) {
      throw new ArtifactException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The tasks that failed.
   *
   * @return by condition and replicate
   */
  public List<Failure> failures() {
    return failures;
  }

  /**
   * Where the results lie.
   *
   * @return the folder {@code v<N>}; empty if no task ran
   */
  public Optional<Path> versionFolder() {
    return outcome.versionFolder();
  }

  /**
   * Where the results come from.
   *
   * @return empty if no task of this experiment ran
   */
  public Optional<Provenance> provenance() {
    return provenance;
  }

  /**
   * What could not be read of an earlier version, and why.
   *
   * @return a sentence each; empty for the result of a run
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * The metrics as a tidy table.
   *
   * @return CSV as RFC 4180 says, with the columns {@code experiment,condition,replicate,metric,
   *     value}; lines end in a line feed
   */
  public String toCsv() {
    return ResultCsv.of(List.of(this));
  }

  /**
   * All of this as one JSON document, which {@link #fromJson} reads again.
   *
   * @return its metrics, curves, artifacts by place and hash, hypotheses, failures and provenance;
   *     numbers that are not finite are texts
   */
  public String toJson() {
    return ResultJson.RESULT.json(this);
  }

  /**
   * Reads what {@link #toJson()} gave. What follows from the rest, such as means, is computed anew.
   * Artifacts can be loaded as long as their files are where they were; what was thrown by a failed
   * task is there as text.
   *
   * @param json the document
   * @return the result
   * @throws IllegalArgumentException if it is no such document, with the place in it
   */
  public static Result fromJson(String json) {
    return ResultJson.RESULT.parse(json);
  }

  /** Returns the result table. */
  @Override
  public String toString() {
    return ResultText.table(this);
  }

  private ConditionResults in(String condition) {
    ConditionResults results = outcome.results().get(materialised(condition));
    if (results == null) {
      throw unknown("condition", condition, conditions());
    }
    return results;
  }

  /** A treatment of the run that this experiment does not run is its baseline. */
  private String materialised(String condition) {
    return !conditions().contains(condition) && design.conditions().contains(condition)
        ? Conditions.BASELINE
        : condition;
  }

  private void requireKnown(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw unknown(what, name, known);
    }
  }

  private IllegalArgumentException unknown(String what, String name, Collection<String> known) {
    return new IllegalArgumentException(
        String.format(
            "'%s' has no %s '%s'%s", name(), what, name, Suggestions.of(name, known).text()));
  }

  private void requireReplicate(int replicate, int count) {
    if (replicate < 0 || replicate >= count) {
      throw new IllegalArgumentException(
          String.format("'%s' has the replicates 0 to %d, not %d", name(), count - 1, replicate));
    }
  }

  RunDesign design() {
    return design;
  }

  ExperimentOutcome outcome() {
    return outcome;
  }

  /** What was measured in a condition that this experiment ran or that is its baseline. */
  ConditionResults measured(String condition) {
    return in(condition);
  }

  /** The results by condition, for those who lay them out. */
  Map<String, ConditionResults> byCondition() {
    return outcome.results();
  }
}
