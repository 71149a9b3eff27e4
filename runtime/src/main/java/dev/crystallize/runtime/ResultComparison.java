package dev.crystallize.runtime;

import dev.crystallize.runtime.Comparison.Row;
import dev.crystallize.runtime.Comparison.Verdict;
import dev.crystallize.runtime.ConditionSamples.Independence;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.plan.Clusters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two results of one experiment. */
final class ResultComparison {

  private final Result earlier;
  private final Result later;
  private final boolean paired;

  /**
   * Gets ready.
   *
   * @throws IllegalArgumentException if they are of different experiments
   */
  ResultComparison(Result earlier, Result later) {
    if (!earlier.name().equals(later.name())) {
      throw new IllegalArgumentException(
          "results of '" + earlier.name() + "' and of '" + later.name() + "' are not comparable");
    }
    this.earlier = earlier;
    this.later = later;
    this.paired = sameSeed() && sameClusters();
  }

  private boolean sameSeed() {
    return earlier.design().seed().isPresent()
        && earlier.design().seed().equals(later.design().seed());
  }

  /** Where all replicates are independent, those that both have are paired. */
  private boolean sameClusters() {
    Clusters before = earlier.design().clusters();
    Clusters after = later.design().clusters();
    return before.equals(after) || (before.pattern().isEmpty() && after.pattern().isEmpty());
  }

  Comparison with(List<String> changes) {
    List<String> labels = labels();
    List<Row> rows = new ArrayList<>();
    for (String metric : both(earlier.metrics(), later.metrics())) {
      for (String condition : both(earlier.conditions(), later.conditions())) {
        rows.add(row(metric, condition));
      }
    }
    return new Comparison(later.name(), labels, rows, changes, notes(labels));
  }

  private List<String> labels() {
    Optional<String> before = earlier.versionFolder().map(ResultComparison::name);
    Optional<String> after = later.versionFolder().map(ResultComparison::name);
    return before.isPresent() && after.isPresent() && !before.equals(after)
        ? List.of(before.get(), after.get())
        : List.of("earlier", "later");
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  private static List<String> both(List<String> before, List<String> after) {
    return after.stream().filter(before::contains).toList();
  }

  private Row row(String metric, String condition) {
    MetricSummary before = earlier.metric(metric).in(condition);
    MetricSummary after = later.metric(metric).in(condition);
    Optional<Pairs> pairs =
        paired
            ? Optional.of(
                samples(earlier, metric, condition)
                    .pairs(samples(later, metric, condition), metric))
            : Optional.empty();
    Estimate estimate =
        pairs
            .map(matched -> Estimate.of(matched.differences()))
            .orElseGet(
                () -> Estimate.ofDifference(before.independentValues(), after.independentValues()));
    return new Row(
        metric,
        condition,
        before,
        after,
        estimate.mean(),
        estimate.interval(),
        pairs.map(Pairs::count).orElse(0),
        before.byReplicate().equals(after.byReplicate()) && before.n() > 0
            ? Verdict.SAME
            : verdict(estimate.interval()));
  }

  private static Samples samples(Result result, String metric, String condition) {
    return new ConditionSamples(
        condition,
        result.measured(condition),
        List.of(metric),
        new Independence(result.design().clusters(), List.of()));
  }

  private static Verdict verdict(ConfidenceInterval interval) {
    if (Double.isNaN(interval.low()) || Double.isNaN(interval.high())) {
      return Verdict.UNKNOWN;
    }
    if (interval.low() > 0) {
      return Verdict.HIGHER;
    }
    return interval.high() < 0 ? Verdict.LOWER : Verdict.NO_EVIDENCE;
  }

  private List<String> notes(List<String> labels) {
    List<String> notes = new ArrayList<>();
    if (paired) {
      notes.add("replicates are paired: both versions draw the same random numbers");
    } else if (sameSeed()) {
      notes.add("replicates are not paired: they do not depend on each other in the same way");
    } else {
      notes.add("replicates are not paired: the seeds differ or are not known");
    }
    only("metric", earlier.metrics(), later.metrics(), labels, notes);
    only("condition", earlier.conditions(), later.conditions(), labels, notes);
    incomplete(earlier, labels.get(0), notes);
    incomplete(later, labels.get(1), notes);
    earlier.notes().forEach(note -> notes.add(labels.get(0) + ": " + note));
    later.notes().forEach(note -> notes.add(labels.get(1) + ": " + note));
    return notes;
  }

  private static void only(
      String what,
      List<String> before,
      List<String> after,
      List<String> labels,
      List<String> notes) {
    List<String> gone = before.stream().filter(name -> !after.contains(name)).toList();
    List<String> added = after.stream().filter(name -> !before.contains(name)).toList();
    if (!gone.isEmpty()) {
      notes.add("only in " + labels.get(0) + ": " + what + " " + Suggestion.listed(gone));
    }
    if (!added.isEmpty()) {
      notes.add("only in " + labels.get(1) + ": " + what + " " + Suggestion.listed(added));
    }
  }

  private static void incomplete(Result result, String label, List<String> notes) {
    List<String> conditions =
        result.conditions().stream().filter(condition -> !result.complete(condition)).toList();
    if (!conditions.isEmpty()) {
      notes.add("not complete in " + label + ": " + Suggestion.listed(conditions));
    }
  }
}
