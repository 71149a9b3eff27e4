package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The form that the result of an experiment has in JSON. */
final class ResultJson {

  /** What a result holds of itself; its name, the run and failures stand around it. */
  record Document(
      Optional<Path> version,
      Optional<Long> seed,
      List<Integer> clusters,
      Map<String, ConditionJson.Document> conditions,
      Map<String, Map<String, List<Optional<UpstreamArtifact>>>> artifacts,
      List<HypothesisResult> hypotheses,
      Optional<Provenance> provenance,
      List<String> notes) {

    static Document of(Result result) {
      RunDesign design = result.design();
      Map<String, ConditionJson.Document> conditions = new LinkedHashMap<>();
      result
          .byCondition()
          .forEach(
              (name, measured) ->
                  conditions.put(name, ConditionJson.Document.of(measured, design.clusters())));
      return new Document(
          result.versionFolder(),
          design.seed().isPresent() ? Optional.of(design.seed().getAsLong()) : Optional.empty(),
          design.clusters().pattern(),
          conditions,
          artifacts(result),
          result.hypotheses(),
          result.provenance(),
          result.notes());
    }

    private static Map<String, Map<String, List<Optional<UpstreamArtifact>>>> artifacts(
        Result result) {
      Map<String, Map<String, List<Optional<UpstreamArtifact>>>> artifacts = new LinkedHashMap<>();
      for (String output : result.artifacts()) {
        Map<String, List<Optional<UpstreamArtifact>>> byCondition = new LinkedHashMap<>();
        result
            .byCondition()
            .forEach(
                (condition, measured) ->
                    byCondition.put(
                        condition,
                        IntStream.range(0, measured.replicates())
                            .mapToObj(i -> result.outcome().artifact(output, condition, i))
                            .toList()));
        artifacts.put(output, byCondition);
      }
      return artifacts;
    }

    /**
     * The result.
     *
     * @throws IllegalArgumentException if its parts do not fit together
     */
    Result result(String name, List<String> runConditions, List<Failure> failures) {
      Map<String, ConditionResults> measured = new LinkedHashMap<>();
      int replicates = 0;
      for (Map.Entry<String, ConditionJson.Document> condition : conditions.entrySet()) {
        measured.put(condition.getKey(), condition.getValue().measured());
        replicates = condition.getValue().measured().replicates();
      }
      for (Map.Entry<String, ConditionResults> condition : measured.entrySet()) {
        if (condition.getValue().replicates() != replicates) {
          throw new IllegalArgumentException(
              "'"
                  + condition.getKey()
                  + "' has another number of replicates than the conditions beside it");
        }
      }
      return new Result(
          new RecordedOutcome(name, version, Collections.unmodifiableMap(measured), artifacts),
          new RunDesign(
              runConditions,
              Clusters.repeating(replicates, clusters),
              seed.map(OptionalLong::of).orElse(OptionalLong.empty())),
          hypotheses,
          failures,
          provenance,
          notes);
    }
  }

  private static final Codec<UpstreamArtifact> ARTIFACT =
      Codec.record(
          "artifact",
          fields -> {
            var experiment = fields.add("experiment", Codec.STRING, UpstreamArtifact::experiment);
            var output = fields.add("output", Codec.STRING, UpstreamArtifact::output);
            var path = fields.add("path", Codec.PATH, UpstreamArtifact::path);
            var size = fields.add("size", Codec.LONG, UpstreamArtifact::size);
            var sha256 = fields.add("sha256", Codec.STRING, UpstreamArtifact::sha256);
            return in ->
                new UpstreamArtifact(
                    in.get(experiment), in.get(output), in.get(path), in.get(size), in.get(sha256));
          });

  /** A result without its name, the run and failures. */
  static final Codec<Document> DOCUMENT =
      Codec.record(
          "result",
          fields -> {
            var version = fields.add("version", Codec.optional(Codec.PATH), Document::version);
            var seed = fields.add("seed", Codec.optional(Codec.LONG), Document::seed);
            var clusters = fields.add("clusters", Codec.list(Codec.INT), Document::clusters);
            var conditions =
                fields.add(
                    "conditions", Codec.orderedMap(ConditionJson.CONDITION), Document::conditions);
            var artifacts =
                fields.add(
                    "artifacts",
                    Codec.orderedMap(Codec.orderedMap(Codec.list(Codec.optional(ARTIFACT)))),
                    Document::artifacts);
            var hypotheses =
                fields.add(
                    "hypotheses", Codec.list(HypothesisJson.HYPOTHESIS), Document::hypotheses);
            var provenance =
                fields.add(
                    "provenance", Codec.optional(ProvenanceJson.PROVENANCE), Document::provenance);
            var notes = fields.add("notes", Codec.list(Codec.STRING), Document::notes);
            return in ->
                new Document(
                    in.get(version),
                    in.get(seed),
                    in.get(clusters),
                    in.get(conditions),
                    in.get(artifacts),
                    in.get(hypotheses),
                    in.get(provenance),
                    in.get(notes));
          });

  /** A task that failed; what was thrown is kept as text. */
  static final Codec<Failure> FAILURE =
      Codec.record(
          "failure",
          fields -> {
            var experiment = failed(fields, "experiment", Codec.STRING, TaskId::experiment);
            var condition = failed(fields, "condition", Codec.STRING, TaskId::condition);
            var replicate = failed(fields, "replicate", Codec.INT, TaskId::replicate);
            var step = fields.add("step", Codec.optional(Codec.STRING), Failure::step);
            var attempt = fields.add("attempt", Codec.INT, Failure::attempt);
            var attempts = fields.add("attempts", Codec.INT, Failure::attempts);
            var message = fields.add("message", HypothesisJson.TEXT, Failure::message);
            var stack = fields.add("stack", HypothesisJson.TEXT, Failure::stack);
            return in ->
                new Failure(
                    new TaskId(in.get(experiment), in.get(condition), in.get(replicate)),
                    in.get(step),
                    in.get(attempt),
                    in.get(attempts),
                    in.get(message),
                    in.get(stack),
                    Optional.empty());
          });

  /** A result on its own. */
  static final Codec<Result> RESULT =
      Codec.record(
          "result",
          fields -> {
            var name = fields.add("name", Codec.STRING, Result::name);
            var run =
                fields.add(
                    "run_conditions",
                    Codec.list(Codec.STRING),
                    result -> result.design().conditions());
            var result = fields.add("result", DOCUMENT, Document::of);
            var failures = fields.add("failures", Codec.list(FAILURE), Result::failures);
            return in -> in.get(result).result(in.get(name), in.get(run), in.get(failures));
          });

  private ResultJson() {}

  private static <V> CodecField<V> failed(
      CodecFields<Failure> fields, String name, Codec<V> codec, Function<TaskId, V> part) {
    return fields.add(name, codec, failure -> part.apply(failure.task()));
  }
}
