package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.plan.GraphPlan;
import dev.crystallize.runtime.store.ArtifactException;
import dev.crystallize.runtime.store.ArtifactException.Kind;
import dev.crystallize.runtime.store.JournalEntry;
import dev.crystallize.runtime.store.NodeStore;
import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.StoredOutput;
import dev.crystallize.runtime.store.TaskCommit;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;

/** Writes outcomes to the store. */
final class Committer {

  private static final Logger LOGGER = System.getLogger(Committer.class.getName());

  private final GraphPlan plan;
  private final RunNodes nodes;

  Committer(GraphPlan plan, RunNodes nodes) {
    this.plan = plan;
    this.nodes = nodes;
  }

  /**
   * Commits a task that ran to its end.
   *
   * @return why it failed after all; empty if it is committed
   * @throws StoreException if the disk fails
   */
  Optional<TaskFailure> commit(TaskOutcome.Done done) {
    TaskRequest request = done.request();
    NodeStore store = nodes.store(request.experiment());
    for (StoredOutput output : store.outputs()) {
      if (!isWritten(output, done.files())) {
        return Optional.of(failure(request, notWritten(request, output)));
      }
    }
    try {
      store.commit(
          new TaskCommit(
              plan.conditionOf(request.number()),
              request.key().replicate(),
              request.attempt(),
              done.measures(),
              done.files(),
              done.microseconds(),
              nodes.fingerprint(request),
              nodes.reads(request)),
          plan.isRead(request.experiment()));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(failure(request, e));
    }
  }

  private static boolean isWritten(StoredOutput output, List<StagedFile> files) {
    for (StagedFile file : files) {
      if (file.alias().equals(output.alias()) && file.complete()) {
        return true;
      }
    }
    return false;
  }

  private static ArtifactException notWritten(TaskRequest request, StoredOutput output) {
    return new ArtifactException(
        Kind.NOT_WRITTEN,
        request.key()
            + " ended without writing output '"
            + output.alias()
            + "' ("
            + output.fileName()
            + "); each output is written exactly once");
  }

  private static TaskFailure failure(TaskRequest request, RuntimeException cause) {
    return TaskFailure.of(request.key(), request.attempt(), Optional.empty(), cause);
  }

  /**
   * Records a failure and removes what the attempt staged.
   *
   * @throws StoreException if the disk fails, also where that was the reason of the failure
   */
  void failed(TaskOutcome outcome, TaskFailure failure) {
    dropped(outcome);
    NodeStore store = nodes.store(outcome.request().experiment());
    store.failed(
        new JournalEntry.Failed(
            failure.task().condition(),
            failure.task().replicate(),
            failure.attempt(),
            failure.step().map(StepRef::name),
            failure.exceptionClass(),
            failure.message()));
  }

  /**
   * Removes what an attempt that failed has staged.
   *
   * @throws StoreException if the disk fails, also where that was the reason of the failure
   */
  void dropped(TaskOutcome outcome) {
    for (StagedFile file : outcome.files()) {
      // A step that is interrupted while it writes is no failure of the disk.
      Optional<IOException> disk =
          file.failure().filter(failure -> !(failure instanceof ClosedByInterruptException));
      if (disk.isPresent()) {
        throw new StoreException(
            "cannot write output '" + file.alias() + "' of " + outcome.request().key(), disk.get());
      }
    }
    discard(outcome);
  }

  /** Removes what an outcome that no longer counts has staged. */
  void discard(TaskOutcome outcome) {
    nodes.store(outcome.request().experiment()).discard(outcome.files());
  }

  /** Compares a second pass of a committed task with the first. */
  void compare(TaskOutcome.Done again) {
    TaskRequest request = again.request();
    boolean same =
        nodes
            .store(request.experiment())
            .sameAsCommitted(
                plan.conditionOf(request.number()), request.key().replicate(), again.files());
    if (!same) {
      LOGGER.log(
          Level.WARNING,
          "[unseeded-random] "
              + request.key()
              + " ran twice and wrote different bytes; draw random numbers from the task's own"
              + " RandomGenerator");
    }
  }
}
