package dev.crystallize.runtime.plan;

import static dev.crystallize.runtime.plan.Nodes.chain;
import static dev.crystallize.runtime.plan.Nodes.node;
import static dev.crystallize.runtime.plan.Nodes.plan;
import static dev.crystallize.runtime.plan.Nodes.problems;
import static dev.crystallize.runtime.plan.Nodes.treated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.PlanProblem.Cycle;
import dev.crystallize.runtime.plan.PlanProblem.Divergence;
import dev.crystallize.runtime.plan.PlanProblem.ReplicateMismatch;
import dev.crystallize.runtime.plan.PlanProblem.TooManyTasks;
import dev.crystallize.runtime.plan.PlanProblem.UnknownTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GraphPlannerTest {

  @Test
  void aTreatmentReachesEverythingDownstreamOfWhereItIsDefined() {
    GraphPlan plan =
        plan(
            treated(node("producer"), "high_lr"),
            node("middle", "producer"),
            node("end", "middle"));
    assertThat(plan.experiments())
        .extracting(PlannedExperiment::conditions)
        .containsOnly(List.of("baseline", "high_lr"));
  }

  @Test
  void aTreatmentDoesNotReachUpstreamExperimentsThatDoNotDefineIt() {
    GraphPlan plan = plan(node("producer"), treated(node("consumer", "producer"), "high_lr"));
    assertThat(plan.experiment(0).conditions()).containsExactly("baseline");
    assertThat(plan.experiment(1).conditions()).containsExactly("baseline", "high_lr");
  }

  @Test
  void conditionsAddUpAndDoNotMultiply() {
    GraphPlan plan =
        plan(
            treated(node("a"), "x", "y"),
            treated(node("b"), "y", "z"),
            treated(node("c", "b", "a"), "own"));
    assertThat(plan.experiment(2).conditions()).containsExactly("baseline", "own", "y", "z", "x");
  }

  @Test
  void aTreatmentNamedBaselineAddsNoCondition() {
    GraphPlan plan = plan(treated(node("a"), "baseline", "x"));
    assertThat(plan.experiment(0).conditions()).containsExactly("baseline", "x");
  }

  @Test
  void selectingBaselineSelectsNoTreatment() {
    GraphPlan plan = plan(selecting("baseline"), List.of(treated(node("a"), "x", "y")));
    assertThat(plan.experiment(0).conditions()).containsExactly("baseline");
    assertThat(plan.experiment(0).configuredConditions()).containsExactly("baseline", "x", "y");
  }

  @Test
  void anUnknownTreatmentIsReportedWithWhatThereIs() {
    assertThat(problems(selecting("high_rl"), List.of(treated(node("a"), "high_lr", "low_lr"))))
        .containsExactly(new UnknownTreatment("high_rl", List.of("high_lr", "low_lr")));
  }

  @Test
  void absentReplicatesAreTheLargestOfTheUpstreams() {
    GraphPlan plan = plan(node("fixed", 1), node("many", 5), node("end", "fixed", "many"));
    assertThat(plan.experiment(2).replicates()).isEqualTo(5);
  }

  @Test
  void anExperimentWithoutUpstreamsHasOneReplicate() {
    assertThat(plan(node("a")).experiment(0).replicates()).isEqualTo(1);
  }

  @Test
  void anOverrideReplacesEveryCountButADeclaredOne() {
    GraphPlan plan =
        plan(
            new PlanOptions(Optional.empty(), OptionalInt.of(7)),
            List.of(node("fixed", 1), node("three", 3), node("absent"), node("end", "fixed")));
    assertThat(plan.experiments())
        .extracting(PlannedExperiment::replicates)
        .containsExactly(1, 7, 7, 7);
    assertThat(plan.experiments())
        .extracting(PlannedExperiment::configuredReplicates)
        .containsExactly(1, 3, 1, 1);
  }

  @Test
  void upstreamsWithDifferentCountsDoNotMatch() {
    PlanNode end = node("end", "two", "fixed", "three");
    assertThat(problems(node("two", 2), node("three", 3), node("fixed", 1), end))
        .containsExactly(
            new ReplicateMismatch(
                "end", end.reads().get(0), 2, end.reads().get(2), 3, Optional.empty()));
  }

  @Test
  void twoPathsToDifferentReplicatesOfOneAncestorDoNotMatch() {
    PlanNode end = node("end", 4, "direct", "fixed");
    assertThat(
            problems(
                node("source", 4), node("direct", 4, "source"), node("fixed", 1, "source"), end))
        .containsExactly(
            new ReplicateMismatch(
                "end",
                end.reads().get(0),
                4,
                end.reads().get(1),
                1,
                Optional.of(new Divergence("source", 1, 1, 0))));
  }

  @Test
  void aDivergenceIsReportedOnlyWhereItsPathsPart() {
    List<PlanProblem> found =
        problems(
            node("source", 4),
            node("fixed", 1, "source"),
            node("parting", 4, "source", "fixed"),
            node("below", "parting"),
            node("lowest", "below", "parting"));
    assertThat(found).hasSize(1);
    assertThat(found).first().extracting("consumer").isEqualTo("parting");
  }

  @Test
  void pathsThroughFewerReplicatesMatchIfTheyEndAlike() {
    assertThat(
            problems(
                node("source", 2),
                node("left", 4, "source"),
                node("right", 4, "source"),
                node("end", 8, "left", "right")))
        .isEmpty();
  }

  @Test
  void aCycleIsReportedAndNothingThatRestsOnIt() {
    assertThat(problems(node("a", "b"), node("b", "a")))
        .containsExactly(new Cycle(List.of("a", "b")));
  }

  @Test
  void moreTasksThanNumbersAreRefused() {
    assertThat(problems(treated(node("a", Integer.MAX_VALUE), "x")))
        .containsExactly(new TooManyTasks(2L * Integer.MAX_VALUE));
  }

  @Test
  void replicatesThatReadOneReplicateFormACluster() {
    GraphPlan plan = plan(node("a", 3), node("b", 7, "a"));
    Clusters clusters = plan.clusters(1);
    assertThat(clusters.count()).isEqualTo(3);
    assertThat(clusters.of(5)).isEqualTo(2);
  }

  @Test
  void clustersPassOnToWhatReadsThem() {
    GraphPlan plan = plan(node("a", 2), node("b", 6, "a"), node("c", 6, "b"));
    assertThat(plan.clusters(2).count()).isEqualTo(2);
  }

  @Test
  void aFixedInputBindsNoReplicatesTogether() {
    GraphPlan plan = plan(node("fixed", 1), node("b", 6, "fixed"));
    assertThat(plan.clusters(1).count()).isEqualTo(6);
  }

  @Test
  void aGraphOfTenThousandExperimentsIsPlanned() {
    List<PlanNode> nodes = new ArrayList<>(chain(10_000));
    nodes.set(0, treated(node("n0", 5), "x"));
    assertThat(plan(PlanOptions.AS_CONFIGURED, nodes).taskCount()).isEqualTo(100_000);
  }

  private static PlanOptions selecting(String... treatments) {
    return new PlanOptions(Optional.of(List.of(treatments)), OptionalInt.empty());
  }
}
