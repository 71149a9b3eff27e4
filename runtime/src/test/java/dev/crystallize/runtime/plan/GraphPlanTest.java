package dev.crystallize.runtime.plan;

import static dev.crystallize.runtime.plan.Nodes.node;
import static dev.crystallize.runtime.plan.Nodes.plan;
import static dev.crystallize.runtime.plan.Nodes.treated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphPlanTest {

  @Test
  void aConsumerReadsTheReplicateModuloTheProducersCount() {
    GraphPlan plan = plan(node("producer", 3), node("consumer", 7, "producer"));
    assertThat(plan.upstreamTask(plan.task(1, 0, 5), 0)).isEqualTo(plan.task(0, 0, 2));
  }

  @Test
  void aConsumerReadsTheSameConditionWhereTheProducerHasIt() {
    GraphPlan plan =
        plan(treated(node("producer"), "x", "y"), treated(node("consumer", "producer"), "y"));
    int consumerOfY = plan.task(1, plan.experiment(1).conditions().indexOf("y"), 0);
    assertThat(plan.upstreamTask(consumerOfY, 0))
        .isEqualTo(plan.task(0, plan.experiment(0).conditions().indexOf("y"), 0));
  }

  @Test
  void aConsumerReadsBaselineWhereTheProducerLacksTheCondition() {
    GraphPlan plan = plan(node("producer"), treated(node("consumer", "producer"), "x"));
    assertThat(plan.upstreamTask(plan.task(1, 1, 0), 0)).isEqualTo(plan.task(0, 0, 0));
  }

  @Test
  void twoReferencesToOneExperimentAreOneDependency() {
    GraphPlan plan = plan(node("producer"), node("consumer", "producer", "producer"));
    assertThat(plan.upstreamCount(1)).isEqualTo(1);
  }

  @Test
  void anExperimentThatIsNotReadHasNoUpstreamTask() {
    GraphPlan plan = plan(node("a"), node("b"));
    assertThatThrownBy(() -> plan.upstreamTask(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'b' reads nothing of 'a'");
  }

  @Test
  void everyReaderOfATaskIsADependentOfIt() {
    GraphPlan plan = plan(treated(node("producer", 2), "x"), node("consumer", 5, "producer"));
    List<Integer> dependents = new ArrayList<>();
    plan.forEachDependent(plan.task(0, 1, 1), dependents::add);
    assertThat(dependents).containsExactly(plan.task(1, 1, 1), plan.task(1, 1, 3));
  }

  @Test
  void anUnknownExperimentIsRefused() {
    GraphPlan plan = plan(node("a"));
    assertThatThrownBy(() -> plan.indexOf("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no experiment 'b'");
  }
}
