package dev.crystallize.runtime.plan;

import static dev.crystallize.runtime.plan.Nodes.chain;
import static dev.crystallize.runtime.plan.Nodes.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.plan.PlanProblem.Cycle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleFinderTest {

  @Test
  void aGraphWithoutCirclesHasNone() {
    assertThat(CycleFinder.find(List.of(node("c", "a", "b"), node("b", "a"), node("a")))).isEmpty();
  }

  @Test
  void theWholePathBeginsWithTheNameThatSortsFirst() {
    assertThat(CycleFinder.find(List.of(node("c", "a"), node("b", "c"), node("a", "b"))))
        .containsExactly(new Cycle(List.of("a", "b", "c")));
  }

  @Test
  void anExperimentThatReadsItselfIsACircle() {
    assertThat(CycleFinder.find(List.of(node("a", "a")))).containsExactly(new Cycle(List.of("a")));
  }

  @Test
  void circlesThatShareAnExperimentAreReportedOnceEach() {
    assertThat(CycleFinder.find(List.of(node("a", "b", "c"), node("b", "a"), node("c", "a"))))
        .containsExactly(new Cycle(List.of("a", "b")), new Cycle(List.of("a", "c")));
  }

  @Test
  void aShortCutThroughALongCircleIsReportedToo() {
    assertThat(CycleFinder.find(List.of(node("a", "b", "c"), node("b", "c"), node("c", "a"))))
        .containsExactly(new Cycle(List.of("a", "b", "c")), new Cycle(List.of("a", "c")));
  }

  @Test
  void whatOnlyLeadsIntoACircleIsNotPartOfIt() {
    assertThat(
            CycleFinder.find(
                List.of(node("0", "a"), node("a", "b"), node("b", "a", "x"), node("x"))))
        .containsExactly(new Cycle(List.of("a", "b")));
  }

  @Test
  void aCircleOfTenThousandIsFoundWithoutRecursion() {
    List<PlanNode> ring = new ArrayList<>(chain(10_000));
    ring.set(0, node("n0", "n9999"));
    List<Cycle> cycles = CycleFinder.find(ring);
    assertThat(cycles).hasSize(1);
    assertThat(cycles.get(0).path()).hasSize(10_000).startsWith("n0", "n9999", "n9998");
  }
}
