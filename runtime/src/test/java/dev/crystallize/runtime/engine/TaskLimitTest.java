package dev.crystallize.runtime.engine;

import static dev.crystallize.runtime.engine.Runs.node;
import static dev.crystallize.runtime.engine.Runs.plan;
import static dev.crystallize.runtime.engine.Runs.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crystallize.runtime.plan.GraphPlan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskLimitTest {

  @TempDir private Path data;

  @Test
  void noMoreTasksThanTheLimitRunAtOnce() {
    GraphPlan plan = plan(node("a", 12, List.of("t")), node("b", 12, List.of()));
    Crowd crowd = new Crowd(List.of(new TaskLimit(2, Set.of(0, 1))));

    RunOutcome outcome = new Engine().run(request(plan, data, 8, crowd));

    assertThat(outcome.complete()).isTrue();
    assertThat(crowd.most.get(0)).isBetween(1, 2);
  }

  @Test
  void othersRunWhileATaskHoldsTheOnlyPlace() {
    GraphPlan plan = plan(node("held", 5, List.of()), node("other", 40, List.of()));
    CountDownLatch othersRan = new CountDownLatch(40);
    TaskCode code =
        task -> {
          if (task.experiment().equals("held")) {
            othersRan.await();
          } else {
            othersRan.countDown();
          }
          return Runs.writeWhatIsRead(task);
        };

    RunOutcome outcome = new Engine().run(request(plan, data, 2, limited(code, List.of(limit(0)))));

    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void tasksWithSeveralLimitsTakeAllOrNone() {
    GraphPlan plan =
        plan(
            node("x", 9, List.of("t")),
            node("y", 9, List.of(), "x"),
            node("z", 9, List.of()),
            node("free", 9, List.of()));
    List<TaskLimit> limits =
        List.of(new TaskLimit(1, Set.of(0, 2)), new TaskLimit(1, Set.of(0, 1)));
    Crowd crowd = new Crowd(limits);

    RunOutcome outcome = new Engine().run(request(plan, data, 4, crowd));

    assertThat(outcome.complete()).isTrue();
    assertThat(crowd.most).containsOnly(Map.entry(0, 1), Map.entry(1, 1));
  }

  @Test
  void aFailedTaskGivesItsPlaceBack() {
    GraphPlan plan = plan(node("a", 6, List.of()));
    TaskCode code =
        task -> {
          throw new IllegalStateException("no");
        };

    RunOutcome outcome = new Engine().run(request(plan, data, 2, limited(code, List.of(limit(0)))));

    assertThat(outcome.counts().failed()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void limitsHoldWhereTasksAreLostAndReportedTwice(long seed) {
    GraphPlan plan =
        plan(node("a", 5, List.of("t")), node("b", 5, List.of(), "a"), node("c", 5, List.of()));
    TaskCode code = limited(Runs::writeWhatIsRead, List.of(limit(0, 1), limit(1, 2), limit(0)));
    Engine engine =
        new Engine(
            (request, staging, listener) -> new Erratic(request.code(), staging, listener, seed),
            DependentsFirst::new);

    assertThat(engine.run(request(plan, data, 2, code)).complete()).isTrue();
  }

  @Test
  void aLimitLetsAtLeastOneTaskRun() {
    assertThatThrownBy(() -> new TaskLimit(0, Set.of()))
        .hasMessage("a limit must let at least 1 task run, not 0");
  }

  private static TaskLimit limit(Integer... experiments) {
    return new TaskLimit(1, Set.of(experiments));
  }

  private static TaskCode limited(TaskCode code, List<TaskLimit> limits) {
    return new TaskCode() {
      @Override
      public TaskResult run(TaskRun task) throws Exception {
        return code.run(task);
      }

      @Override
      public List<TaskLimit> limits() {
        return limits;
      }
    };
  }

  /** Counts who is there at once. */
  private static final class Crowd implements TaskCode {

    private final List<TaskLimit> limits;
    private final Map<Integer, Integer> present = new HashMap<>();
    private final Map<Integer, Integer> most = new HashMap<>();

    Crowd(List<TaskLimit> limits) {
      this.limits = limits;
    }

    @Override
    public List<TaskLimit> limits() {
      return limits;
    }

    @Override
    public TaskResult run(TaskRun task) throws Exception {
      come(task, 1);
      try {
        return Runs.writeWhatIsRead(task);
      } finally {
        come(task, -1);
      }
    }

    private synchronized void come(TaskRun task, int change) {
      for (int i = 0; i < limits.size(); i++) {
        if (limits.get(i).experiments().contains(task.experimentIndex())) {
          int now = present.merge(i, change, Integer::sum);
          most.merge(i, now, Math::max);
        }
      }
    }
  }
}
