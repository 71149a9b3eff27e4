package dev.crystallize.runtime.plan;

import static dev.crystallize.runtime.plan.Nodes.chain;
import static dev.crystallize.runtime.plan.Nodes.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentDagTest {

  @Test
  void upstreamsStandBeforeWhatReadsThem() {
    ExperimentDag dag =
        ExperimentDag.of(List.of(node("last", "middle"), node("middle", "first"), node("first")));
    assertThat(dag.nodes()).extracting(PlanNode::name).containsExactly("first", "middle", "last");
  }

  @Test
  void theOrderFollowsTheDeclaration() {
    ExperimentDag dag =
        ExperimentDag.of(List.of(node("sink", "b", "a"), node("a"), node("b"), node("alone")));
    assertThat(dag.nodes()).extracting(PlanNode::name).containsExactly("b", "a", "sink", "alone");
  }

  @Test
  void aChainOfTenThousandIsOrderedWithoutRecursion() {
    List<PlanNode> reversed = new ArrayList<>(chain(10_000));
    Collections.reverse(reversed);
    assertThat(ExperimentDag.of(reversed).nodes()).isEqualTo(chain(10_000));
  }

  @Test
  void twoExperimentsOfOneNameAreRefused() {
    assertThatThrownBy(() -> ExperimentDag.of(List.of(node("a"), node("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two experiments are named 'a'");
  }

  @Test
  void aReferenceToAnAbsentExperimentIsRefused() {
    assertThatThrownBy(() -> ExperimentDag.of(List.of(node("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no experiment 'b'");
  }
}
