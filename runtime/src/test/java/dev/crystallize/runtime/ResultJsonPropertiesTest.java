package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.Clusters;
import dev.crystallize.runtime.store.ConditionResults;
import dev.crystallize.runtime.store.MetricSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ResultJsonPropertiesTest {

  private static final String CONDITION = "baseline";

  @Property(tries = 300)
  void valuesNamesAndGapsComeBack(
      @ForAll("names") Set<String> names,
      @ForAll @IntRange(max = 5) int replicates,
      @ForAll Set<@IntRange(max = 4) Integer> missing,
      @ForAll double first,
      @ForAll("odd") double second) {
    Set<Integer> lost =
        Set.copyOf(missing.stream().filter(replicate -> replicate < replicates).toList());
    Map<String, List<Optional<Double>>> metrics = new LinkedHashMap<>();
    Map<String, List<Optional<MetricSeries>>> series = new LinkedHashMap<>();
    for (String name : names) {
      metrics.put(
          name,
          IntStream.range(0, replicates)
              .mapToObj(i -> lost.contains(i) ? none() : Optional.of(i % 2 == 0 ? first : second))
              .toList());
      series.put(
          name, Collections.nCopies(replicates, Optional.<MetricSeries>empty()).stream().toList());
    }
    MeasuredCondition condition = new MeasuredCondition(replicates, lost, metrics, series);
    Result result = result(condition);

    Result read = Result.fromJson(result.toJson());

    assertThat(read.toJson()).isEqualTo(result.toJson());
    assertThat(read.metrics()).containsExactlyElementsOf(names);
    assertThat(read.complete(CONDITION)).isEqualTo(lost.isEmpty());
    for (String name : names) {
      assertThat(read.metric(name).in(CONDITION).byReplicate())
          .isEqualTo(result.metric(name).in(CONDITION).byReplicate());
    }
  }

  @Property(tries = 500)
  void aDamagedDocumentIsReadOrRefusedButNeverAnythingElse(
      @ForAll @IntRange(max = 1000) int at, @ForAll char instead) {
    String json = result(measured()).toJson();
    int place = at % json.length();
    String damaged = json.substring(0, place) + instead + json.substring(place + 1);

    try {
      assertThat(Result.fromJson(damaged).conditions()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("expected");
    }
  }

  @Property(tries = 200)
  void aDocumentCutAnywhereIsRefused(@ForAll @IntRange(max = 1000) int at) {
    String json = result(measured()).toJson();
    String cut = json.substring(0, at % json.length());

    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(() -> Result.fromJson(cut));
  }

  @Provide
  Arbitrary<Set<String>> names() {
    // JSON is UTF-8, which has no unpaired surrogates.
    return Arbitraries.strings()
        .withChars("\"\\,;\n\t\0\u00e9\u2028 .#|")
        .withCharRange('a', 'e')
        .set()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<Double> odd() {
    return Arbitraries.of(
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        Double.MIN_VALUE,
        2.0E-3);
  }

  private static MeasuredCondition measured() {
    return new MeasuredCondition(
        2,
        Set.of(1),
        Map.of("m", List.of(Optional.of(0.5), Optional.empty())),
        Map.of(
            "c",
            List.of(
                Optional.of(new MetricSeries(new long[] {1}, new double[] {Double.NaN})),
                Optional.empty())));
  }

  private static Result result(MeasuredCondition condition) {
    Map<String, ConditionResults> results = Map.of(CONDITION, condition);
    return new Result(
        new RecordedOutcome("e", Optional.empty(), results, Map.of()),
        new RunDesign(
            List.of(CONDITION), Clusters.independent(condition.replicates()), OptionalLong.of(7)),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Optional<Double> none() {
    return Optional.empty();
  }
}
