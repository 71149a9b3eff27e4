package dev.crystallize.runtime.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs tasks one after the other in the thread that submits them. */
final class Inline implements TaskExecutor {

  private final TaskCode code;
  private final Staging staging;
  private final EngineListener listener;
  private final Deque<TaskRequest> waiting = new ArrayDeque<>();
  private OutcomeSink sink = outcome -> {};
  private boolean working;

  Inline(RunRequest request, Staging staging, EngineListener listener) {
    this.code = request.code();
    this.staging = staging;
    this.listener = listener;
  }

  @Override
  public void open(OutcomeSink outcomes) {
    sink = outcomes;
  }

  @Override
  public int capacity() {
    return 2;
  }

  @Override
  public void submit(List<TaskRequest> ready) {
    waiting.addAll(ready);
    if (working) {
      return;
    }
    working = true;
    while (!waiting.isEmpty()) {
      sink.accept(new LocalTask(waiting.poll(), staging, listener).run(code));
    }
    working = false;
  }

  @Override
  public void cancel(TaskKey task, int attempt) {
    // A task that runs here runs to its end.
  }

  @Override
  public void close() {
    waiting.clear();
  }
}
