package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers here are part of the format: they are the same in every version and on every JDK. */
class TaskRandomTest {

  @TempDir private Path data;

  private final List<Object> drawn = new ArrayList<>();

  @Test
  void aStepDrawsTheNumbersOfItsExperimentNameSeedAndReplicate() {
    ExperimentNode.Builder node = ExperimentNode.builder("producer").replicates(2);
    node.start().through("produce_summary", step -> (context, none) -> draw(context));

    run(node);

    assertThat(drawn)
        .containsExactly(
            7956406601834105623L,
            0.1243423558742901,
            3333898864661149029L,
            1236462010788269891L,
            0.6688713249662215,
            drawn.get(5));
  }

  @Test
  void aDataSourceHasNumbersOfItsOwn() {
    ExperimentNode.Builder node = ExperimentNode.builder("producer").replicates(3).seed(7);
    Slot<Boolean> numbers =
        node.dataSource(
            "numbers",
            "some_numbers",
            spec ->
                context -> {
                  if (context.replicate() == 2) {
                    draw(context);
                  }
                  return true;
                });
    node.startWith(numbers).through("use", step -> (context, value) -> {});

    run(node);

    assertThat(drawn).startsWith(-4319126763048387395L, 0.23492747629862443);
  }

  @Test
  void theSecondUseOfAStepDrawsOtherNumbers() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("producer").replicates(40).seed(4294967295L);
    node.start()
        .through("produce_summary", step -> (context, none) -> {})
        .through(
            "produce_summary",
            step ->
                (context, none) -> {
                  if (context.replicate() == 39) {
                    draw(context);
                  }
                });

    run(node);

    assertThat(drawn).startsWith(2647773224724602647L, 0.1993388902886798);
  }

  @Test
  void aVerifierDrawsTheNumbersOfItsNameAndPlaceWhateverTheTreatment() {
    ExperimentNode.Builder node =
        ExperimentNode.builder("study").seed(5).treatment("a", Map.of()).treatment("b", Map.of());
    node.metric("value", context -> 1.0);
    node.hypothesis("first", "other", List.of(), spec -> (context, x, y) -> Map.of());
    node.hypothesis(
        "second",
        "compare",
        List.of(),
        spec ->
            (context, baseline, treatment) -> {
              draw(context);
              return Map.of();
            });

    run(node);

    List<Object> once = List.of(8848853147610372299L, 0.6473639080574456, -4091906773155519572L);
    assertThat(drawn.subList(0, 3)).isEqualTo(once);
    assertThat(drawn.subList(3, 6)).isEqualTo(once);
  }

  private void draw(Context context) {
    RandomGenerator random = context.random();
    drawn.add(random.nextLong());
    drawn.add(random.nextDouble());
    drawn.add(context.seed());
  }

  private void run(ExperimentNode.Builder node) {
    ExperimentGraph.of(node.build())
        .run(RunOptions.builder().dataDirectory(data).parallelism(1).build());
  }
}
