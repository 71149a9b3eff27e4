package dev.crystallize.runtime.engine;

import dev.crystallize.runtime.store.StagedFile;
import dev.crystallize.runtime.store.StagedOutput;
import dev.crystallize.runtime.store.UpstreamArtifact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An attempt at a task on a thread of this process. */
final class LocalTask implements TaskRun {

  private final TaskRequest request;
  private final Staging staging;
  private final EngineListener listener;
  private final List<StagedFile> files = new ArrayList<>(1);
  private final Map<String, Long> microseconds = new LinkedHashMap<>();
  private Optional<StepRef> step = Optional.empty();
  private long stepBegan;

  /** The thread to interrupt; there is one only while users' code runs. */
  private Optional<Thread> thread = Optional.empty();

  private volatile boolean revoked;

  private volatile boolean abandoned;

  LocalTask(TaskRequest request, Staging staging, EngineListener listener) {
    this.request = request;
    this.staging = staging;
    this.listener = listener;
  }

  /**
   * Runs users' code in the calling thread. Whatever it throws, errors included, is this task's
   * failure and nobody else's.
   */
  TaskOutcome run(TaskCode code) {
    try {
      begin();
      refuseIfRevoked();
      TaskResult result = code.run(this);
      endStep();
      return new TaskOutcome.Done(request, result.measures(), List.copyOf(files), microseconds);
    } catch (Throwable thrown) {
      if (step.isPresent() && !abandoned) {
        listener.stepFailed(request.key(), request.attempt(), step.get(), thrown);
      }
      TaskFailure failure = TaskFailure.of(request.key(), request.attempt(), step, thrown);
      return new TaskOutcome.Failed(request, failure, List.copyOf(files));
    } finally {
      end();
    }
  }

  TaskRequest request() {
    return request;
  }

  /** Gives the task up: interrupts it and refuses whatever it still tries. */
  synchronized void revoke() {
    revoked = true;
    files.forEach(StagedFile::revoke);
    thread.ifPresent(Thread::interrupt);
  }

  /** Nobody waits any more for the task to end. */
  void abandon() {
    abandoned = true;
  }

  /** Where the task is; nothing if no user's code runs. */
  synchronized StackTraceElement[] stack() {
    return thread.map(Thread::getStackTrace).orElse(new StackTraceElement[0]);
  }

  private synchronized void begin() {
    thread = Optional.of(Thread.currentThread());
    if (revoked) {
      Thread.currentThread().interrupt();
    }
  }

  /** From here on no interrupt meant for the task reaches the thread, and none is left on it. */
  private synchronized void end() {
    thread = Optional.empty();
    Thread.interrupted();
  }

  @Override
  public int experimentIndex() {
    return request.experiment();
  }

  @Override
  public String experiment() {
    return request.key().experiment();
  }

  @Override
  public String condition() {
    return request.key().condition();
  }

  @Override
  public int replicate() {
    return request.key().replicate();
  }

  @Override
  public int attempt() {
    return request.attempt();
  }

  @Override
  public boolean revoked() {
    return revoked;
  }

  @Override
  public void step(StepRef begun) {
    refuseIfRevoked();
    endStep();
    step = Optional.of(begun);
    listener.stepStarted(request.key(), request.attempt(), begun);
    refuseIfRevoked();
    stepBegan = System.nanoTime();
  }

  private void endStep() {
    if (step.isPresent()) {
      Duration took = Duration.ofNanos(System.nanoTime() - stepBegan);
      microseconds.merge(step.get().name(), took.toNanos() / 1000, Long::sum);
      listener.stepFinished(request.key(), request.attempt(), step.get(), took);
      step = Optional.empty();
    }
  }

  @Override
  public UpstreamArtifact artifact(String alias) {
    refuseIfRevoked();
    UpstreamArtifact artifact = request.artifacts().get(alias);
    if (artifact == null) {
      throw new IllegalArgumentException(
          "'" + experiment() + "' reads no artifact under the name '" + alias + "'");
    }
    return artifact;
  }

  @Override
  public synchronized StagedOutput create(String output) {
    refuseIfRevoked();
    if (files.stream().anyMatch(file -> file.alias().equals(output))) {
      throw new IllegalStateException("output '" + output + "' is written twice");
    }
    StagedFile file = staging.stage(request, output);
    files.add(file);
    return file;
  }

  private void refuseIfRevoked() {
    if (revoked) {
      throw new TaskRevokedException(request.key() + " was given up");
    }
  }
}
