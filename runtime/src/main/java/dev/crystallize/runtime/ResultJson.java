package dev.crystallize.runtime;

import java.nio.file.Path;

/** Lays results out for programs. */
final class ResultJson {

  private final CodecSink json;

  private ResultJson(CodecSink json) {
    this.json = json;
  }

  static String of(GraphResult results) {
    return JsonText.of(sink -> new ResultJson(sink).write(results));
  }

  private void write(GraphResult results) {
    json.beginMap();
    json.key("successful");
    json.truth(results.successful());
    json.key("interrupted");
    json.truth(results.interrupted());
    json.key("data");
    json.text(results.dataDirectory().toString());
    json.key("counts");
    counts(results.summary());
    json.key("experiments");
    json.beginMap();
    results.forEach(
        (name, result) -> {
          json.key(name);
          experiment(result);
        });
    json.endMap();
    json.key("failures");
    json.beginList();
    results.failures().forEach(this::failure);
    json.endList();
    json.endMap();
  }

  private void counts(RunSummary summary) {
    json.beginMap();
    json.key("tasks");
    json.whole(summary.tasks());
    json.key("committed");
    json.whole(summary.committed());
    json.key("reused");
    json.whole(summary.reused());
    json.key("failed");
    json.whole(summary.failed());
    json.key("skipped");
    json.whole(summary.skipped());
    json.key("cancelled");
    json.whole(summary.cancelled());
    json.endMap();
  }

  private void experiment(Result result) {
    json.beginMap();
    json.key("version");
    result.versionFolder().map(Path::toString).ifPresentOrElse(json::text, json::nothing);
    json.key("conditions");
    json.beginMap();
    for (String condition : result.conditions()) {
      json.key(condition);
      condition(result, condition);
    }
    json.endMap();
    json.key("hypotheses");
    HypothesisJson.write(result.hypotheses(), json);
    json.endMap();
  }

  private void condition(Result result, String condition) {
    json.beginMap();
    json.key("complete");
    json.truth(result.complete(condition));
    json.key("metrics");
    json.beginMap();
    for (String metric : result.metrics()) {
      json.key(metric);
      metric(result.metric(metric).in(condition), replicates(result, condition));
    }
    json.endMap();
    json.endMap();
  }

  private static int replicates(Result result, String condition) {
    return result.byCondition().entrySet().stream()
        .filter(entry -> entry.getKey().equals(condition))
        .mapToInt(entry -> entry.getValue().replicates())
        .sum();
  }

  private void metric(MetricSummary summary, int replicates) {
    json.beginMap();
    json.key("mean");
    json.real(summary.mean());
    json.key("sd");
    json.real(summary.sd());
    json.key("ci");
    json.beginList();
    json.real(summary.ci().low());
    json.real(summary.ci().high());
    json.endList();
    json.key("n");
    json.whole(summary.n());
    json.key("independent");
    json.whole(summary.independent());
    json.key("values");
    json.beginList();
    for (int replicate = 0; replicate < replicates; replicate++) {
      JsonText.write(summary.byReplicate().get(replicate), json);
    }
    json.endList();
    json.endMap();
  }

  private void failure(Failure failure) {
    json.beginMap();
    json.key("experiment");
    json.text(failure.task().experiment());
    json.key("condition");
    json.text(failure.task().condition());
    json.key("replicate");
    json.whole(failure.task().replicate());
    json.key("step");
    failure.step().ifPresentOrElse(json::text, json::nothing);
    json.key("message");
    json.text(failure.message());
    json.endMap();
  }
}
