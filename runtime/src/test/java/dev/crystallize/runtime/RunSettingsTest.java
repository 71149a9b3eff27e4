package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.VersionState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are set for one run alone. */
class RunSettingsTest {

  @TempDir private Path data;

  @Test
  void aValueStandsInForTheBaselinesAndReachesWhatIsDownstream() {
    GraphResult results = run(chain(), "producer.factor=2");

    assertThat(results.get("consumer").metric("total").in("baseline").mean()).isEqualTo(12.0);
  }

  @Test
  void aTreatmentThatChangesTheParameterStillDoes() {
    GraphResult results = run(chain(), "producer.factor=2");

    assertThat(results.get("consumer").metric("total").in("high_lr").mean()).isEqualTo(60.0);
  }

  @Test
  void aValueOfJavaIsSetAlike() {
    RunOptions options = options().set("producer.factor", 2).build();

    assertThat(chain().run(options).get("consumer").metric("total").in("baseline").mean())
        .isEqualTo(12.0);
    assertThatThrownBy(() -> options().set("producer.factor", new Object()))
        .hasMessageContaining("a value must be a text, number, truth value, list or map");
  }

  @Test
  void aValueOfAStepsOwnMapIsReplaced() {
    assertThat(run(chain(), "fixed.factor=5").get("fixed").metric("first").in("baseline").mean())
        .isEqualTo(5.0);
  }

  @Test
  void stepsThatDifferInTheirMapsAreNotMadeEqual() {
    ExperimentNode.Builder node = ExperimentNode.builder("fixed");
    reader(reader(node.start(), "one", 1), "two", 2);

    assertThatThrownBy(() -> run(ExperimentGraph.of(node.build()), "fixed.factor=3"))
        .isInstanceOf(SettingException.class)
        .hasMessage(
            "--set fixed.factor: 'factor' is 1 in step 'one', 2 in step 'two'; one value for all"
                + " would take that difference away: change config.yaml");
  }

  @Test
  void theLongestNameOfAnExperimentCounts() {
    ExperimentGraph graph = ExperimentGraph.of(fixed("a"), fixed("a.b"), fixed("a.b=c"));

    assertThat(first(graph, "a.factor=5", "a")).isEqualTo(5.0);
    assertThat(first(graph, "a.b.factor=5", "a.b")).isEqualTo(5.0);
    assertThat(first(graph, "a.b=c.factor=5", "a.b=c")).isEqualTo(5.0);
    assertThat(first(graph, "a.b=c.factor=5", "a")).isEqualTo(1.0);
  }

  @Test
  void aParameterMayBeSpeltAsInJava() {
    ExperimentNode.Builder node = ExperimentNode.builder("e");
    node.start()
        .through(
            "train",
            step -> {
              Slot<Double> rate = step.param("learning_rate", Codec.DOUBLE, 0.1);
              return (context, none) -> context.metrics().record("rate", context.get(rate));
            });

    GraphResult results = run(ExperimentGraph.of(node.build()), "e.learningRate=0.3");

    assertThat(results.get("e").metric("rate").in("baseline").mean()).isEqualTo(0.3);
  }

  @Test
  void whatIsNotThereIsRefusedWithASuggestion() {
    refuses("producr.factor=2")
        .hasMessage(
            "--set producr.factor: there is no experiment 'producr'; did you mean 'producer'?");
    refuses("producer.facter=2")
        .hasMessage(
            "--set producer.facter: 'producer' has no parameter 'facter'; did you mean 'factor'?");
  }

  @Test
  void aValueThatDoesNotFitIsToldAsInAConfiguration() {
    refuses("producer.factor=[ 2 ]")
        .hasMessage(
            """
            [param-type] the parameter 'factor' of step 'produce_summary' takes a number, not a \
            list (--set:1:17)
                  1 | producer.factor=[ 2 ]
                    |                 ^""");
    refuses("producer.factor=[").hasMessageStartingWith("[config-syntax] this is not YAML: ");
    refuses("producer.factor=yes").hasMessageStartingWith("[config-quote] 'yes' without quotes");
  }

  @Test
  void aParameterIsSetOnce() {
    assertThatThrownBy(
            () -> chain().run(options().set("fixed.factor=1").set("fixed.factor", 2).build()))
        .isInstanceOf(SettingException.class)
        .hasMessage("--set sets 'fixed.factor' twice");
  }

  @Test
  void theirVersionsAreNeverFullAndNorAreThoseDownstream() {
    run(chain(), "producer.factor=2");

    assertThat(states("producer", "consumer", "fixed"))
        .containsExactly(VersionState.OPEN, VersionState.OPEN, VersionState.FULL);
  }

  @Test
  void aResumedRunReusesWhatHasTheSameValues() {
    chain().run(options().build());

    RunOptions set = options().set("producer.factor=2").resume(true).build();

    assertThat(chain().plan(set).tasks())
        .filteredOn(tasks -> !tasks.action().equals(PlannedTasks.REUSE))
        .extracting(tasks -> tasks.experiment() + " " + tasks.condition() + " " + tasks.action())
        .containsExactlyInAnyOrder("producer baseline RUN", "consumer baseline PENDING");
    chain().run(set);
    assertThat(chain().plan(set).runCount()).isZero();
    assertThat(chain().plan(options().resume(true).build()).reuseCount()).isEqualTo(13);
  }

  @Test
  void theyStandInTheProvenanceUnlessTheyAreSecret() {
    ExperimentNode.Builder node = ExperimentNode.builder("e");
    node.baseline(Map.of("api_key", "none", "nested", Map.of(), "rate", 1));
    node.metric("m", context -> context.doubleValue("rate"));

    Map<String, String> told =
        run(ExperimentGraph.of(node.build()), "e.api_key=abc", "e.rate=3", "e.nested={token: abc}")
            .get("e")
            .provenance()
            .orElseThrow()
            .options();

    assertThat(told)
        .containsEntry("set e.api_key", "(redacted)")
        .containsEntry("set e.nested", "(redacted)")
        .containsEntry("set e.rate", "3");
  }

  @Test
  void theNameOfAnExperimentMakesNoValueSecret() {
    ExperimentNode.Builder node = ExperimentNode.builder("tokens");
    node.baseline(Map.of("rate", 1, "key.v2", "none"));
    node.metric("m", context -> context.doubleValue("rate"));

    GraphResult results =
        run(ExperimentGraph.of(node.build()), "tokens.rate=3", "tokens.key.v2=abc");

    assertThat(results.get("tokens").provenance().orElseThrow().options())
        .containsEntry("set tokens.rate", "3")
        .containsEntry("set tokens.key.v2", "(redacted)");
  }

  @Test
  void aSecretIsInNoMessage() {
    ExperimentNode.Builder node = ExperimentNode.builder("e").baseline(Map.of("api_key", 1));
    node.start()
        .through(
            "log_in",
            step -> {
              step.param("api_key", Codec.INT);
              return (context, none) -> {};
            });
    ExperimentGraph graph = ExperimentGraph.of(node.build());

    for (String wrong : List.of("e.api_key=sesame", "e.api_key={sesame", "e.api_key=[sesame]")) {
      assertThatThrownBy(() -> graph.plan(options().set(wrong).build()))
          .isInstanceOf(SettingException.class)
          .hasMessageContaining("api_key")
          .hasMessageContaining("looks secret")
          .hasMessageNotContaining("sesame");
    }
    assertThatThrownBy(() -> options().set("api_key=sesame"))
        .hasMessageEndingWith("not 'api_key=...'");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refuses(String setting) {
    return assertThatThrownBy(() -> chain().plan(options().set(setting).build()))
        .isInstanceOf(SettingException.class);
  }

  private List<VersionState> states(String... experiments) {
    DataFolder folder = DataFolder.at(data);
    return Stream.of(experiments)
        .map(experiment -> folder.newest(experiment, version -> true).orElseThrow().state())
        .toList();
  }

  private double first(ExperimentGraph graph, String setting, String experiment) {
    return run(graph, setting).get(experiment).metric("first").in("baseline").mean();
  }

  private static ExperimentGraph chain() {
    return ExperimentGraph.of(new SummaryChain().consumer().build(), fixed("fixed"));
  }

  private static ExperimentNode fixed(String name) {
    ExperimentNode.Builder node = ExperimentNode.builder(name);
    reader(node.start(), "first", 1);
    return node.build();
  }

  private static Stage<Void> reader(Stage<Void> stage, String name, int fixed) {
    return stage.through(
        name,
        step -> {
          Slot<Double> factor = step.param("factor", Codec.DOUBLE);
          step.fix("factor", fixed);
          return (context, none) -> context.metrics().record(name, context.get(factor));
        });
  }

  private RunOptions.Builder options() {
    return SummaryChain.into(data);
  }

  private GraphResult run(ExperimentGraph graph, String... settings) {
    RunOptions.Builder options = options();
    List.of(settings).forEach(options::set);
    return graph.run(options.build());
  }
}
