package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.codec.Codec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

  @TempDir private Path data;

  @Test
  void aResultTellsWhatItWasMadeWith() {
    Provenance provenance =
        run(RunOptions.builder().parallelism(2)).get("consumer").provenance().orElseThrow();

    assertThat(provenance.java()).isEqualTo(Runtime.version().toString());
    assertThat(provenance.os()).contains(System.getProperty("os.name"));
    assertThat(provenance.configuration()).matches("[0-9a-f]{64}");
    assertThat(provenance.start()).isBeforeOrEqualTo(provenance.end());
    assertThat(provenance.steps())
        .singleElement()
        .satisfies(
            time -> {
              assertThat(time.step()).isEqualTo("inspect_summary");
              assertThat(time.calls()).isEqualTo(4);
              assertThat(time.total()).isPositive();
            });
  }

  @Test
  void theOptionsOfTheRunAreRecorded() {
    Result result = run(RunOptions.builder().replicates(3).seed(7).parallelism(1)).get("producer");

    Provenance provenance = result.provenance().orElseThrow();
    assertThat(provenance.seed()).isEqualTo(7);
    assertThat(provenance.options())
        .containsEntry("replicates", "3")
        .containsEntry("seed", "7")
        .containsEntry("parallelism", "1")
        .containsEntry("data", data.toString())
        .doesNotContainKey("treatment");
  }

  @Test
  void acceptedChangesAreRecordedAsOnTheCommandLine() {
    Result result =
        run(RunOptions.builder().resume(true).accept(Set.of(Change.LIBRARIES, Change.JDK)))
            .get("consumer");

    assertThat(result.provenance().orElseThrow().options())
        .containsEntry("accept", "jdk,libraries");
  }

  @Test
  void whatWasReadIsNamedByVersionAndDigest() throws Exception {
    run(RunOptions.builder().parallelism(2));
    GraphResult results = run(RunOptions.builder().parallelism(2));

    StringBuilder lines = new StringBuilder();
    for (String condition : new String[] {"baseline", "high_lr"}) {
      for (int replicate = 0; replicate < 2; replicate++) {
        Path file = results.get("producer").artifact("summary", condition, replicate);
        lines.append(condition + " " + replicate + " " + sha256(Files.readAllBytes(file)) + "\n");
      }
    }
    assertThat(results.get("consumer").provenance().orElseThrow().reads())
        .containsExactly(
            new Provenance.Read(
                "producer",
                "v1",
                "summary",
                4,
                sha256(lines.toString().getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void theVersionFolderHoldsTheSame() throws IOException {
    Result result = run(RunOptions.builder().parallelism(2)).get("consumer");

    String json = Files.readString(data.resolve("consumer/v0/_provenance.json"));
    assertThat(json).isEqualTo(result.provenance().orElseThrow().toJson() + "\n");
    assertThat(json)
        .startsWith("{\"crystallize\":\"")
        .contains("\"seed\":0,\"options\":{\"parallelism\":\"2\",\"fail-fast\":\"false\",")
        .contains("\"reads\":[{\"experiment\":\"producer\",\"version\":\"v0\",")
        .contains("\"steps\":[{\"step\":\"inspect_summary\",\"calls\":4,\"seconds\":");
  }

  @Test
  void anExperimentThatDidNotRunHasNone() {
    ArtifactRef<Path> text =
        ArtifactRef.of(
            () -> ExperimentNode.builder("producer").build(),
            "text",
            ArtifactLoader.file(file -> file));
    ExperimentNode.Builder consumer = ExperimentNode.builder("consumer");
    ExperimentNode.Builder producer = ExperimentNode.builder("producer");
    producer
        .start()
        .through(
            "fail",
            step -> {
              step.output(text, "text.txt", ArtifactWriter.copy());
              return (context, none) -> {
                throw new IllegalStateException("boom");
              };
            });
    ExperimentNode failing = producer.build();
    consumer.input("text", failing.artifactInput("fail", "text.txt"));
    consumer.metric("m", context -> 1.0);

    GraphResult results =
        ExperimentGraph.of(consumer.build())
            .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build());

    assertThat(results.get("producer").provenance()).isPresent();
    assertThat(results.get("consumer").provenance()).isEmpty();
  }

  @Test
  void itIsWrittenBeforeTheVersionSaysThatItHasEnded() throws IOException {
    run(RunOptions.builder().parallelism(2));

    Path version = data.resolve("consumer/v0");
    for (String file : List.of("_provenance.json", "metrics.csv")) {
      assertThat(Files.getLastModifiedTime(version.resolve(file)))
          .isLessThanOrEqualTo(Files.getLastModifiedTime(version.resolve("_journal.jsonl")));
    }
  }

  @Test
  void aRunThatStopsLeavesItBesideWhatWasCommitted() throws IOException {
    ExperimentNode.Builder node =
        ExperimentNode.builder("half")
            .replicates(2)
            .metric(
                "m",
                context -> {
                  if (context.replicate() == 1) {
                    throw new IllegalStateException("boom");
                  }
                  return 1;
                });
    Result result =
        ExperimentGraph.of(node.build())
            .run(
                SummaryChain.into(data)
                    .parallelism(1)
                    .failurePolicy(FailurePolicy.FAIL_FAST)
                    .onFailure(OnFailure.RETURN)
                    .build())
            .get("half");

    assertThat(data.resolve("half/v0/_provenance.json"))
        .hasContent(result.provenance().orElseThrow().toJson() + "\n");
    assertThat(data.resolve("half/v0/metrics.csv")).content().endsWith("half,baseline,0,m,1.0\n");
  }

  @Test
  void aVersionThatWasGatheredFromOthersHasOneToo() {
    SummaryChain two = new SummaryChain(2);
    GraphResult first = runResumed(two.consumer(), 2);
    runResumed(two.consumer(), 1);
    runResumed(two.consumer().metric("other", context -> 1), 2);

    GraphResult again = runResumed(two.consumer(), 2);

    assertThat(again.get("consumer").metric("total").in("high_lr").values())
        .isEqualTo(first.get("consumer").metric("total").in("high_lr").values());
    assertThat(again.get("consumer").versionFolder().orElseThrow().resolve("_provenance.json"))
        .exists();
  }

  private GraphResult runResumed(ExperimentNode.Builder node, int replicates) {
    return ExperimentGraph.of(node.build())
        .run(SummaryChain.into(data).replicates(replicates).resume(true).build());
  }

  @Test
  void warningsAreKeptWithTheResults() {
    Result result =
        ExperimentGraph.of(Noisy.node()).run(SummaryChain.into(data).build()).get("noisy");

    assertThat(result.provenance().orElseThrow().warnings())
        .singleElement()
        .asString()
        .startsWith("[unseeded-random] 'noisy' draws random numbers");
  }

  private static final class Noisy {
    static ExperimentNode node() {
      return ExperimentNode.builder("noisy").metric("m", context -> Math.random()).build();
    }
  }

  @Test
  void optionsThatLookSecretAreRedacted() {
    assertThat(
            Secrets.redacted(
                Map.of(
                    "set db.Password", "a",
                    "set store.api_key", "b",
                    "set hub.accessToken", "c",
                    "set cloud.CREDENTIALS", "d",
                    "set consumer.rate", "0.3")))
        .containsOnly(
            Map.entry("set db.Password", "(redacted)"),
            Map.entry("set store.api_key", "(redacted)"),
            Map.entry("set hub.accessToken", "(redacted)"),
            Map.entry("set cloud.CREDENTIALS", "(redacted)"),
            Map.entry("set consumer.rate", "0.3"));
  }

  @Test
  void noFileOfADataFolderHoldsASecretParameterOrTheEnvironment() throws IOException {
    GraphResult results = reading("open sesame");
    assertThat(results.successful()).isTrue();

    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file))
                      .doesNotContain("sesame")
                      .doesNotContain(System.getenv("PATH")));
    }
    String journal = Files.readString(data.resolve("login/v0/_journal.jsonl"));
    assertThat(journal).contains("(redacted)", "max_tokens", "512");
  }

  @Test
  void anotherSecretIsAReasonToRunAgainThatIsToldWithoutIt() {
    reading("open sesame");
    assertThat(login("open sesame").plan(resuming()).toString()).contains("REUSE");

    String plan = login("open barley").plan(resuming()).explanation();

    assertThat(plan)
        .contains("RUN", "api_key (redacted) ")
        .doesNotContain("sesame")
        .doesNotContain("barley");
  }

  @Test
  void secretsInsideOfMapsAreHiddenToo() throws IOException {
    assertThat(client("open sesame").run(into().build()).successful()).isTrue();
    assertThat(client("open sesame").plan(into().resume(true).build()).reuseCount()).isOne();

    String plan = client("open barley").plan(into().resume(true).build()).explanation();

    assertThat(plan)
        .contains("RUN", "\"auth\":\"(redacted) ", "\"url\":\"here\"")
        .doesNotContain("sesame")
        .doesNotContain("barley");
    assertThat(Files.readString(data.resolve("client/v0/_journal.jsonl")))
        .contains("(redacted)")
        .doesNotContain("sesame");
  }

  @Test
  void aFailureToReadASecretDoesNotTellIt() throws IOException {
    ExperimentNode node =
        ExperimentNode.builder("login")
            .baseline(Map.of("api_key", "open sesame"))
            .metric("m", context -> context.intValue("api_key"))
            .build();

    GraphResult results = ExperimentGraph.of(node).run(into().onFailure(OnFailure.RETURN).build());

    assertThat(results.failures().get(0).message())
        .isEqualTo(
            "java.lang.IllegalArgumentException: 'api_key': expected a whole number, not the value"
                + " it has (not shown)");
    assertThat(results.toJson()).doesNotContain("sesame");
    assertThat(Files.readString(data.resolve("login/v0/_journal.jsonl"))).doesNotContain("sesame");
  }

  @Test
  void debuggingShowsNoSecret() {
    List<String> details = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void detail(String text) {
            details.add(text);
          }
        };

    login("open sesame").debug("login", "baseline", 0, into().listener(listener).build());
    client("open sesame").debug("client", "baseline", 0, into().listener(listener).build());

    assertThat(String.join("\n", details))
        .contains("api_key = (redacted) (baseline)", "max_tokens = 512", "\"url\":\"here\"")
        .doesNotContain("sesame");
  }

  private RunOptions.Builder into() {
    return RunOptions.builder().dataDirectory(data);
  }

  private static ExperimentGraph client(String secret) {
    ExperimentNode.Builder node = ExperimentNode.builder("client");
    node.baseline(
        Map.of("servers", List.of(Map.of("url", "here", "auth", Map.of("token", secret)))));
    node.start()
        .through(
            "ask",
            step -> {
              step.readsContext();
              return (context, none) -> context.metrics().record("m", 1);
            });
    return ExperimentGraph.of(node.build());
  }

  private RunOptions resuming() {
    return RunOptions.builder().dataDirectory(data).resume(true).build();
  }

  private GraphResult reading(String secret) {
    return login(secret).run(RunOptions.builder().dataDirectory(data).build());
  }

  private static ExperimentGraph login(String secret) {
    ExperimentNode.Builder node =
        ExperimentNode.builder("login").baseline(Map.of("api_key", secret, "max_tokens", 512));
    node.start()
        .through(
            "log_in",
            step -> {
              var key = step.param("api_key", Codec.STRING);
              var tokens = step.param("max_tokens", Codec.INT);
              return (context, none) ->
                  context
                      .metrics()
                      .record("length", context.get(key).length() + context.get(tokens));
            });
    return ExperimentGraph.of(node.build());
  }

  private GraphResult run(RunOptions.Builder options) {
    return ExperimentGraph.of(new SummaryChain(2).consumer().build())
        .run(options.dataDirectory(data).build());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
