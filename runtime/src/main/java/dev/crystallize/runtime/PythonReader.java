package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.PythonVersion;
import dev.crystallize.runtime.store.StoreException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a version that the Python system wrote. It keeps less than we do: no seed, no hypotheses,
 * no hash of an artifact, and of a metric only the values in order, so that nobody knows whose they
 * are once a replicate is missing.
 */
final class PythonReader {

  private static final int MOST_REPLICATES = 10_000_000;

  private record Metadata(int replicates) {}

  private static final Codec<Metadata> METADATA =
      Codec.record(
          "metadata",
          fields -> {
            var replicates = fields.add("replicates", Codec.INT, Metadata::replicates);
            fields.add("id", Codec.optional(Codec.STRING), each -> Optional.empty());
            fields.add("name", Codec.optional(Codec.STRING), each -> Optional.empty());
            return in -> new Metadata(in.get(replicates));
          });

  private static final Codec<Map<String, Object>> RESULTS =
      Codec.record(
          "results",
          fields -> {
            var metrics = fields.add("metrics", Codec.plain(), each -> each);
            return in -> in.get(metrics);
          });

  private static final Codec<Map<String, String>> MANIFEST = Codec.orderedMap(Codec.STRING);

  private final PythonVersion version;
  private final int replicates;
  private final List<String> notes = new ArrayList<>();

  /**
   * Reads what describes the version.
   *
   * @throws StoreException if it cannot be read
   */
  PythonReader(PythonVersion version) {
    this.version = version;
    this.replicates = read(version.metadata(), METADATA).replicates();
    if (replicates < 1 || replicates > MOST_REPLICATES) {
      throw new StoreException(version.metadata() + ": " + replicates + " replicates");
    }
  }

  /** What there is. */
  DataVersion version() {
    boolean complete = version.conditions().stream().allMatch(version::complete);
    return new DataVersion(
        version.experiment(),
        version.number(),
        complete ? DataVersion.State.COMPLETE : DataVersion.State.INCOMPLETE,
        version.conditions(),
        replicates,
        DataVersion.Writer.PYTHON,
        Optional.empty(),
        version.folder(),
        Optional.empty());
  }

  /**
   * What it holds; the outputs are called by their file names, for aliases are not kept.
   *
   * @throws StoreException if it cannot be read
   */
  Result result() {
    Map<String, ConditionResults> measured = new LinkedHashMap<>();
    for (String condition : version.conditions()) {
      measured.put(condition, measured(condition));
    }
    notes.add("written by the Python system, which keeps no seed, hypotheses or hashes");
    return new Result(
        new PythonOutcome(
            version,
            Collections.unmodifiableMap(measured),
            version.manifest().map(file -> read(file, MANIFEST)).orElse(Map.of())),
        new RunDesign(version.conditions(), Clusters.independent(replicates), OptionalLong.empty()),
        List.of(),
        List.of(),
        Optional.empty(),
        notes);
  }

  private ConditionResults measured(String condition) {
    if (!version.complete(condition)) {
      return unfinished(condition);
    }
    Map<String, List<Optional<Double>>> metrics = new LinkedHashMap<>();
    read(version.results(condition), RESULTS)
        .forEach(
            (name, value) -> {
              List<Optional<Double>> values = numbers(value);
              if (values.size() == replicates) {
                metrics.put(name, values);
              } else {
                notes.add(
                    String.format(
                        "not read: metric '%s' of %s, which is not a number for each of the %d"
                            + " replicates",
                        name, condition, replicates));
              }
            });
    return new MeasuredCondition(replicates, Set.of(), metrics, Map.of());
  }

  /** Without its marker nobody knows what a condition lacks. */
  private ConditionResults unfinished(String condition) {
    notes.add("not read: " + condition + ", which did not come to its end");
    return new MeasuredCondition(
        replicates, IntStream.range(0, replicates).boxed().toList(), Map.of(), Map.of());
  }

  /** The numbers of a list; none at all if it is anything else. */
  private static List<Optional<Double>> numbers(Object value) {
    List<Optional<Double>> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Number number && !(number instanceof BigInteger)) {
          numbers.add(Optional.of(number.doubleValue()));
        } else {
          return List.of();
        }
      }
    }
    return numbers;
  }

  private <T> T read(Path file, Codec<T> codec) {
    try {
      return codec.readPythonJson(new ByteArrayInputStream(version.read(file)));
    } catch (CodecException e) {
      throw new StoreException(file + ": " + e.getMessage());
    }
  }
}
