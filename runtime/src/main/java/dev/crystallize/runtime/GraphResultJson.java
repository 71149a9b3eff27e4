package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form that the results of a run have in JSON. */
final class GraphResultJson {

  private static final Codec<List<String>> TEXTS = Codec.list(Codec.STRING);

  /** How many tasks ended how. */
  private record Counts(
      int tasks, int committed, int reused, int failed, int skipped, int cancelled) {

    static Counts of(GraphResult results) {
      RunSummary summary = results.summary();
      return new Counts(
          summary.tasks(),
          summary.committed(),
          summary.reused(),
          summary.failed(),
          summary.skipped(),
          summary.cancelled());
    }
  }

  private static final Codec<Counts> COUNTS =
      Codec.record(
          "counts",
          fields -> {
            var tasks = fields.add("tasks", Codec.INT, Counts::tasks);
            var committed = fields.add("committed", Codec.INT, Counts::committed);
            var reused = fields.add("reused", Codec.INT, Counts::reused);
            var failed = fields.add("failed", Codec.INT, Counts::failed);
            var skipped = fields.add("skipped", Codec.INT, Counts::skipped);
            var cancelled = fields.add("cancelled", Codec.INT, Counts::cancelled);
            return in ->
                new Counts(
                    in.get(tasks),
                    in.get(committed),
                    in.get(reused),
                    in.get(failed),
                    in.get(skipped),
                    in.get(cancelled));
          });

  /** The results of a run. */
  static final Codec<GraphResult> RESULTS =
      Codec.record(
          "results",
          fields -> {
            fields.add("successful", Codec.BOOLEAN, GraphResult::successful);
            var interrupted = fields.add("interrupted", Codec.BOOLEAN, GraphResult::interrupted);
            var data = fields.add("data", Codec.PATH, GraphResult::dataDirectory);
            var counts = fields.add("counts", COUNTS, Counts::of);
            var compiled =
                fields.add("compiled_values", TEXTS, each -> each.summary().compiledValues());
            var differences =
                fields.add(
                    "differences", Codec.optional(TEXTS), each -> each.summary().differences());
            var skips = fields.add("skips", TEXTS, each -> each.summary().skips());
            var notes = fields.add("notes", TEXTS, each -> each.summary().notes());
            var unclosed = fields.add("unclosed_resources", TEXTS, GraphResultJson::unclosed);
            var conditions = fields.add("conditions", TEXTS, GraphResultJson::conditions);
            var experiments =
                fields.add(
                    "experiments",
                    Codec.orderedMap(ResultJson.DOCUMENT),
                    GraphResultJson::documents);
            var failures =
                fields.add("failures", Codec.list(ResultJson.FAILURE), GraphResult::failures);
            return in ->
                new GraphResult(
                    results(in.get(experiments), in.get(conditions), in.get(failures)),
                    summary(
                        in.get(counts),
                        in.get(interrupted),
                        in.get(compiled),
                        in.get(differences),
                        in.get(skips),
                        in.get(notes),
                        in.get(data),
                        in.get(unclosed)));
          });

  private GraphResultJson() {}

  /** The conditions of the run; all its experiments know the same. */
  private static List<String> conditions(GraphResult results) {
    Set<String> conditions = new LinkedHashSet<>();
    results.values().forEach(result -> conditions.addAll(result.design().conditions()));
    return List.copyOf(conditions);
  }

  private static Map<String, ResultJson.Document> documents(GraphResult results) {
    Map<String, ResultJson.Document> documents = new LinkedHashMap<>();
    results.forEach((name, result) -> documents.put(name, ResultJson.Document.of(result)));
    return documents;
  }

  private static Map<String, Result> results(
      Map<String, ResultJson.Document> documents, List<String> conditions, List<Failure> failures) {
    for (Failure failure : failures) {
      if (!documents.containsKey(failure.task().experiment())) {
        throw new IllegalArgumentException("there is no experiment of the failure " + failure);
      }
    }
    Map<String, Result> results = new LinkedHashMap<>();
    documents.forEach(
        (name, document) ->
            results.put(
                name,
                document.result(
                    name,
                    conditions,
                    failures.stream()
                        .filter(failure -> failure.task().experiment().equals(name))
                        .toList())));
    return results;
  }

  private static RunSummary summary(
      Counts counts,
      boolean interrupted,
      List<String> compiled,
      Optional<List<String>> differences,
      List<String> skips,
      List<String> notes,
      Path data,
      List<String> unclosed) {
    return new RunSummary(
        counts.tasks(),
        counts.committed(),
        counts.reused(),
        counts.failed(),
        counts.skipped(),
        counts.cancelled(),
        interrupted,
        compiled,
        differences,
        skips,
        notes,
        data,
        unclosed.stream()
            .map(message -> new RunResources.Unclosed(message, Optional.empty()))
            .toList());
  }

  private static List<String> unclosed(GraphResult results) {
    return results.summary().unclosed().stream().map(RunResources.Unclosed::message).toList();
  }
}
