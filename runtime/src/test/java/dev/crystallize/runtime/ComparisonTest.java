package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.crystallize.runtime.Comparison.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  /** What each replicate adds, whatever the version. */
  private static final double[] NOISE = {4, -3, 0.5, 2, -1, 5, -2, 1};

  /** What the later version changes in each replicate: the mean 1, the deviation 0.4629. */
  private static final double[] CHANGE = {1, 0.5, 1.5, 1, 0.5, 1.5, 0.5, 1.5};

  @TempDir private Path data;

  @Test
  void replicatesOfOneSeedArePaired() {
    run(study(0, 8));
    run(study(1, 8));

    Comparison.Row row = DataFolder.open(data).compare("study", 0, 1).row("value", "baseline");

    // SciPy 1.17.1: ttest_1samp([1, .5, 1.5, 1, .5, 1.5, .5, 1.5], 0).confidence_interval(0.95)
    assertThat(row.difference()).isEqualTo(1);
    assertThat(row.interval().low()).isCloseTo(0.6129975134624, within(1e-9));
    assertThat(row.interval().high()).isCloseTo(1.3870024865376, within(1e-9));
    assertThat(row.pairs()).isEqualTo(8);
    assertThat(row.verdict()).isEqualTo(Verdict.HIGHER);
  }

  @Test
  void replicatesOfOtherSeedsAreNotPaired() {
    run(study(0, 8));
    run(study(1, 8).seed(5));

    Comparison comparison = DataFolder.open(data).compare("study", 0, 1);
    Comparison.Row row = comparison.row("value", "baseline");

    assertThat(row.difference()).isEqualTo(1);
    assertThat(row.pairs()).isZero();
    assertThat(row.verdict()).isEqualTo(Verdict.NO_EVIDENCE);
    assertThat(comparison.notes())
        .contains("replicates are not paired: the seeds differ or are not known");
  }

  @Test
  void withoutPairsTheIntervalIsWelchs() {
    run(study(0, 5));
    run(study(1, 8).seed(5));

    Comparison.Row row = DataFolder.open(data).compare("study", 0, 1).row("value", "baseline");

    // Variances 7.25 and 9.852678571: the error is 1.63755452472, Welch's degrees of freedom are
    // 9.687, and SciPy's t.ppf(0.975, 9) = 2.26215716279.
    assertThat(row.difference()).isEqualTo(1.3125);
    assertThat(row.interval().low()).isCloseTo(-2.391905697566, within(1e-9));
    assertThat(row.interval().high()).isCloseTo(5.016905697566, within(1e-9));
  }

  @Test
  void ofDifferentCountsThoseReplicatesArePairedThatBothHave() {
    run(study(0, 5));
    run(study(1, 8));

    Comparison.Row row = DataFolder.open(data).compare("study", 0, 1).row("value", "baseline");

    assertThat(row.pairs()).isEqualTo(5);
    assertThat(row.difference()).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void equalValuesAreTheSame() {
    run(study(0, 8));
    run(study(0, 8));

    Comparison comparison = DataFolder.open(data).compareNewest("study");

    assertThat(comparison.rows()).extracting(Comparison.Row::verdict).containsOnly(Verdict.SAME);
    assertThat(comparison.changes()).isEmpty();
  }

  @Test
  void whatIsNotFiniteHasNoVerdict() {
    Comparison comparison =
        Comparison.of(
            run(ExperimentNode.builder("study").replicates(3).metric("m", c -> c.replicate())),
            run(
                ExperimentNode.builder("study")
                    .replicates(3)
                    .metric("m", c -> c.replicate() == 0 ? Double.NaN : 1)));

    assertThat(comparison.row("m", "baseline").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(comparison.row("m", "baseline").difference()).isNaN();
  }

  @Test
  void whatOnlyOneHasIsNoted() {
    run(study(0, 8).metric("old", context -> 1));
    run(study(0, 8).treatment("more", Map.of("shift", 2)).metric("new", context -> 1));

    assertThat(DataFolder.open(data).compare("study", 0, 1).notes())
        .containsExactly(
            "replicates are paired: both versions draw the same random numbers",
            "only in v0: metric old",
            "only in v1: metric new",
            "only in v1: condition more");
  }

  @Test
  void whatChangedIsToldAlsoFurtherUp() {
    run(chain(10));
    run(chain(20));

    assertThat(DataFolder.open(data).compare("consumer", 0, 1).changes())
        .containsExactly("producer: treatment high_lr: factor 10.0 -> 20.0");
  }

  @Test
  void anotherVersionOfTheSameContentFurtherUpIsNoChange() {
    run(chain(10));
    run(chain(10));

    assertThat(DataFolder.open(data).compare("consumer", 0, 1).changes()).isEmpty();
  }

  @Test
  void whatChangedAlikeInAllConditionsIsToldOnce() {
    for (int shift = 1; shift <= 2; shift++) {
      run(
          study(shift, 2)
              .treatment("other", Map.of("unread", shift))
              .treatment("third", Map.of("unread", 0)));
    }

    assertThat(DataFolder.open(data).compare("study", 0, 1).changes())
        .containsExactly("all conditions: shift 1 -> 2", "treatment other: unread 1 -> 2");
  }

  @Test
  void whatMarkdownTakesForMarksIsShownAsItIs() {
    assertThat(MarkdownTable.escaped("a_b|<c>&lt;$x$ `d`\ne"))
        .isEqualTo("a\\_b\\|\\<c>\\&lt;\\$x\\$ \\`d\\` e");
  }

  @Test
  void resultsOfDifferentExperimentsAreNotComparable() {
    Result one = run(ExperimentNode.builder("one").metric("m", context -> 1));
    Result two = run(ExperimentNode.builder("two").metric("m", context -> 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(one, two))
        .withMessage("results of 'one' and of 'two' are not comparable");
  }

  @Test
  void anUnknownRowIsToldWithTheNearestName() {
    Result result = run(study(0, 8));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(result, result).row("vaule", "baseline"))
        .withMessageContaining("no metric 'vaule' is compared; did you mean 'value'?");
  }

  @Test
  void itReadsWellInATerminal() {
    run(study(0, 8).treatment("shifted", Map.of("shift", 3)));
    run(study(1, 8).treatment("shifted", Map.of("shift", 3)));

    assertThat(DataFolder.open(data).compare("study", 0, 1))
        .hasToString(
            """
            study: v0 -> v1
              changed: baseline: shift 0 -> 1
              metric  condition  v0               v1               difference  95 % interval         n
              value   baseline   0.813 +/- 2.802  1.813 +/- 3.139       1.000  [0.613, 1.387]  8 pairs  higher
              value   shifted    3.813 +/- 2.802  3.813 +/- 2.802       0.000  [0.000, 0.000]  8 pairs  same
              replicates are paired: both versions draw the same random numbers""");
  }

  @Test
  void itReadsWellInMarkdown() {
    run(study(0, 8));
    run(study(1, 8));

    assertThat(DataFolder.open(data).compare("study", 0, 1).toMarkdown())
        .isEqualTo(
            """
            ### study: v0 -> v1

            - changed: baseline: shift 0 -> 1

            | metric | condition | v0 | v1 | difference | 95 % interval | n |  |
            | --- | --- | ---: | ---: | ---: | --- | ---: | --- |
            | value | baseline | 0.813 +/- 2.802 | 1.813 +/- 3.139 | 1.000 | \\[0.613, 1.387\\] | 8 pairs | higher |

            - replicates are paired: both versions draw the same random numbers
            """);
  }

  private static ExperimentNode.Builder study(int shift, int replicates) {
    return ExperimentNode.builder("study")
        .replicates(replicates)
        .baseline(Map.of("shift", shift))
        .metric(
            "value",
            context -> {
              int i = context.replicate();
              double shifted = context.doubleValue("shift");
              return NOISE[i] + (shifted == 1 ? CHANGE[i] : shifted);
            });
  }

  private static ExperimentNode.Builder chain(double factor) {
    return new SummaryChain(2, factor).consumer();
  }

  private Result run(ExperimentNode.Builder node) {
    ExperimentNode built = node.build();
    return ExperimentGraph.of(built)
        .run(SummaryChain.into(data).onFailure(OnFailure.RETURN).build())
        .get(built.name());
  }
}
