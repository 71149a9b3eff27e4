package dev.crystallize.runtime;

import dev.crystallize.runtime.HypothesisResult.Row;
import dev.crystallize.runtime.HypothesisResult.Sizes;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.store.WellFormed;
import java.util.Arrays;
import java.util.List;

/** The form that hypotheses have in files. What follows from the rest is written, and not read. */
final class HypothesisJson {

  /** The file of a version that holds them. */
  static final String FILE_NAME = "hypotheses.json";

  private static final Codec<List<String>> TEXTS = Codec.list(Codec.STRING);

  private static final Codec<Correction> CORRECTION =
      Codec.STRING.as(
          "a correction of p-values",
          Correction::key,
          key ->
              Arrays.stream(Correction.values())
                  .filter(each -> each.key().equals(key))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException(key)));

  /** How many clusters there are, without the replicates that they are made of. */
  private static final Codec<Sizes> INDEPENDENT =
      Codec.record(
          "sizes",
          fields -> {
            var planned = fields.add("planned", Codec.INT, Sizes::planned);
            var baseline = fields.add("baseline", Codec.INT, Sizes::baseline);
            var treatment = fields.add("treatment", Codec.INT, Sizes::treatment);
            var pairs = fields.add("pairs", Codec.INT, Sizes::pairs);
            return in ->
                new Sizes(0, in.get(planned), in.get(baseline), in.get(treatment), in.get(pairs));
          });

  /**
   * What exceptions say may hold halves of surrogate pairs, which have no form in UTF-8. It stands
   * here since results hold hypotheses: classes that need each other begin with half of them.
   */
  static final Codec<String> TEXT = Codec.STRING.as("a text", WellFormed::text, text -> text);

  private static final Codec<Row> ROW =
      Codec.record(
          "row",
          fields -> {
            var treatment = fields.add("treatment", Codec.STRING, Row::treatment);
            var metrics = fields.add("metrics", TEXTS, Row::metrics);
            fields.add("p_value", Codec.DOUBLE, Row::pValue);
            var pAdjusted = fields.add("p_adjusted", Codec.DOUBLE, Row::pAdjusted);
            fields.add("level", Codec.DOUBLE, Row::level);
            fields.add("verdict", Codec.STRING, row -> row.verdict().toString());
            var replicates = fields.add("replicates", Codec.INT, row -> row.sizes().replicates());
            var sizes = fields.add("independent", INDEPENDENT, Row::sizes);
            var findings = fields.add("findings", Codec.plain(), Row::findings);
            var error = fields.add("error", Codec.optional(TEXT), Row::error);
            return in ->
                new Row(
                    in.get(treatment),
                    in.get(metrics),
                    in.get(sizes).of(in.get(replicates)),
                    in.get(findings),
                    in.get(pAdjusted),
                    in.get(error));
          });

  /** One hypothesis. */
  static final Codec<HypothesisResult> HYPOTHESIS =
      Codec.record(
          "hypothesis",
          fields -> {
            var name = fields.add("name", Codec.STRING, HypothesisResult::name);
            var verifier = fields.add("verifier", Codec.STRING, HypothesisResult::verifier);
            var correction = fields.add("correction", CORRECTION, HypothesisResult::correction);
            fields.add("tests", Codec.INT, hypothesis -> hypothesis.rows().size());
            var fixedInputs = fields.add("fixed_inputs", TEXTS, HypothesisResult::fixedInputs);
            var rows = fields.add("rows", Codec.list(ROW), HypothesisResult::rows);
            return in ->
                new HypothesisResult(
                    in.get(name),
                    in.get(verifier),
                    in.get(correction),
                    in.get(fixedInputs),
                    in.get(rows));
          });

  private static final Codec<List<HypothesisResult>> FILE =
      Codec.record(
          "hypotheses",
          fields -> {
            var all = fields.add("hypotheses", Codec.list(HYPOTHESIS), hypotheses -> hypotheses);
            return in -> in.get(all);
          });

  private HypothesisJson() {}

  /** Returns the file of a version: {@code {"hypotheses": [...]}}. */
  static String file(List<HypothesisResult> hypotheses) {
    return FILE.json(hypotheses);
  }

  /**
   * Reads the file of a version.
   *
   * @throws IllegalArgumentException if it is none, with the place
   */
  static List<HypothesisResult> parse(String json) {
    return FILE.parse(json);
  }
}
