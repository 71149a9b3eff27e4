package dev.crystallize.runtime;

import java.util.List;

/** Lays hypotheses out for programs. */
final class HypothesisJson {

  private final CodecSink json;

  private HypothesisJson(CodecSink json) {
    this.json = json;
  }

  /** Returns the file of a version: {@code {"hypotheses": [...]}}. */
  static String file(List<HypothesisResult> hypotheses) {
    return JsonText.of(
        sink -> {
          sink.beginMap();
          sink.key("hypotheses");
          write(hypotheses, sink);
          sink.endMap();
        });
  }

  /** Writes a list with a map for each. */
  static void write(List<HypothesisResult> hypotheses, CodecSink json) {
    json.beginList();
    hypotheses.forEach(new HypothesisJson(json)::hypothesis);
    json.endList();
  }

  private void hypothesis(HypothesisResult hypothesis) {
    json.beginMap();
    json.key("name");
    json.text(hypothesis.name());
    json.key("verifier");
    json.text(hypothesis.verifier());
    json.key("correction");
    json.text(hypothesis.correction().key());
    json.key("tests");
    json.whole(hypothesis.rows().size());
    json.key("fixed_inputs");
    JsonText.write(hypothesis.fixedInputs(), json);
    json.key("rows");
    json.beginList();
    hypothesis.rows().forEach(this::row);
    json.endList();
    json.endMap();
  }

  private void row(HypothesisResult.Row row) {
    json.beginMap();
    json.key("treatment");
    json.text(row.treatment());
    json.key("metrics");
    JsonText.write(row.metrics(), json);
    json.key("p_value");
    json.real(row.pValue());
    json.key("p_adjusted");
    json.real(row.pAdjusted());
    json.key("level");
    json.real(row.level());
    json.key("verdict");
    json.text(row.verdict().toString());
    json.key("independent");
    sizes(row.sizes());
    json.key("findings");
    JsonText.write(row.findings(), json);
    json.key("error");
    row.error().ifPresentOrElse(json::text, json::nothing);
    json.endMap();
  }

  private void sizes(HypothesisResult.Sizes sizes) {
    json.beginMap();
    json.key("planned");
    json.whole(sizes.planned());
    json.key("baseline");
    json.whole(sizes.baseline());
    json.key("treatment");
    json.whole(sizes.treatment());
    json.key("pairs");
    json.whole(sizes.pairs());
    json.endMap();
  }
}
