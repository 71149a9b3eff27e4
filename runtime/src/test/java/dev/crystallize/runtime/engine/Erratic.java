package dev.crystallize.runtime.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * An executor as bad as the engine's boundary allows: it runs tasks in any order, runs some twice,
 * loses some, and reports late, twice or from the thread that submits.
 */
final class Erratic implements TaskExecutor {

  private final TaskCode code;
  private final Staging staging;
  private final EngineListener listener;
  private final Random random;
  private final Deque<TaskOutcome> delayed = new ArrayDeque<>();
  private final List<TaskRequest> waiting = new ArrayList<>();
  private OutcomeSink sink = outcome -> {};
  private boolean closed;

  Erratic(TaskCode code, Staging staging, EngineListener listener, long seed) {
    this.code = code;
    this.staging = staging;
    this.listener = listener;
    this.random = new Random(seed);
  }

  @Override
  public void open(OutcomeSink outcomes) {
    sink = outcomes;
    Thread worker = new Thread(this::work, "erratic");
    worker.setDaemon(true);
    worker.start();
  }

  @Override
  public int capacity() {
    return 7;
  }

  @Override
  public synchronized void submit(List<TaskRequest> ready) {
    waiting.addAll(ready);
    notifyAll();
  }

  @Override
  public void cancel(TaskKey task, int attempt) {
    // Best effort is none.
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void work() {
    while (true) {
      List<TaskOutcome> outcomes;
      synchronized (this) {
        while (waiting.isEmpty() && delayed.isEmpty() && !closed) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (closed) {
          return;
        }
        outcomes = next();
      }
      outcomes.forEach(sink::accept);
    }
  }

  private List<TaskOutcome> next() {
    List<TaskOutcome> outcomes = new ArrayList<>();
    if (waiting.isEmpty() || random.nextInt(3) == 0) {
      while (!delayed.isEmpty()) {
        outcomes.add(delayed.poll());
      }
    }
    if (!waiting.isEmpty()) {
      TaskRequest request = waiting.remove(random.nextInt(waiting.size()));
      switch (random.nextInt(5)) {
        case 0 -> {
          outcomes.add(run(request));
          delayed.add(run(request));
        }
        case 1 -> {
          if (request.attempt() <= 3) {
            outcomes.add(new TaskOutcome.Lost(request));
            delayed.add(run(request));
          } else {
            outcomes.add(run(request));
          }
        }
        case 2 -> delayed.add(run(request));
        case 3 -> {
          TaskOutcome outcome = run(request);
          outcomes.add(outcome);
        }
        default -> {
          if (request.attempt() > 3) {
            outcomes.add(run(request));
          } else {
            outcomes.add(new TaskOutcome.Lost(request));
            outcomes.add(new TaskOutcome.Lost(request));
          }
        }
      }
    }
    return outcomes;
  }

  private TaskOutcome run(TaskRequest request) {
    listener.taskStarted(request.key(), request.attempt());
    return new LocalTask(request, staging, listener).run(code);
  }
}
