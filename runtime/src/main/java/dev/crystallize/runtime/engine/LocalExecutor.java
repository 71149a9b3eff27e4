package dev.crystallize.runtime.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Runs tasks on threads of its own. */
final class LocalExecutor implements TaskExecutor {

  private final TaskCode code;
  private final Staging staging;
  private final EngineListener listener;
  private final int parallelism;

  /** Guarded by this object, as all that follows. */
  private final Queue<LocalTask> queue = new ArrayDeque<>();

  private final List<LocalTask> running = new ArrayList<>();
  private volatile Optional<OutcomeSink> sink = Optional.empty();
  private int threads;
  private int idle;
  private volatile boolean closed;

  LocalExecutor(int parallelism, TaskCode code, Staging staging, EngineListener listener) {
    this.parallelism = parallelism;
    this.code = code;
    this.staging = staging;
    this.listener = listener;
  }

  @Override
  public synchronized void open(OutcomeSink outcomes) {
    sink = Optional.of(outcomes);
    for (int i = 1; i <= parallelism; i++) {
      startWorker(outcomes);
    }
  }

  private void startWorker(OutcomeSink outcomes) {
    new Worker(() -> guarded(outcomes), ++threads).start();
  }

  /** A thread that runs one task after the other. */
  static final class Worker extends Thread {

    private Worker(Runnable work, int number) {
      super(work, "crystallize-" + number);
      setDaemon(true);
    }
  }

  /** One task waits for each that runs, so that no thread has to wait for its next one. */
  @Override
  public int capacity() {
    return 2 * parallelism;
  }

  @Override
  public synchronized void submit(List<TaskRequest> ready) {
    for (TaskRequest request : ready) {
      queue.add(new LocalTask(request, staging, listener));
    }
    for (int i = Math.min(idle, ready.size()); i > 0; i--) {
      notify();
    }
  }

  @Override
  public void withdraw() {
    List<LocalTask> waiting;
    synchronized (this) {
      waiting = List.copyOf(queue);
      queue.clear();
    }
    for (LocalTask task : waiting) {
      sink.ifPresent(outcomes -> outcomes.accept(new TaskOutcome.Lost(task.request())));
    }
  }

  @Override
  public void cancel(TaskKey task, int attempt) {
    List<LocalTask> named = new ArrayList<>();
    synchronized (this) {
      running.stream().filter(candidate -> isNamed(candidate, task, attempt)).forEach(named::add);
      queue.stream().filter(candidate -> isNamed(candidate, task, attempt)).forEach(named::add);
    }
    named.forEach(LocalTask::revoke);
  }

  private static boolean isNamed(LocalTask candidate, TaskKey task, int attempt) {
    return candidate.request().attempt() == attempt && candidate.request().key().equals(task);
  }

  /** The thread goes on with its task for as long as that takes; another one takes its place. */
  @Override
  public StackTraceElement[] abandon(TaskKey task, int attempt) {
    Optional<LocalTask> abandoned;
    synchronized (this) {
      abandoned =
          running.stream().filter(candidate -> isNamed(candidate, task, attempt)).findFirst();
      abandoned.ifPresent(running::remove);
      abandoned.ifPresent(LocalTask::abandon);
      if (abandoned.isPresent() && sink.isPresent() && !closed) {
        startWorker(sink.get());
      }
    }
    return abandoned.map(LocalTask::stack).orElse(new StackTraceElement[0]);
  }

  @Override
  public void close() {
    List<LocalTask> abandoned;
    synchronized (this) {
      closed = true;
      queue.clear();
      abandoned = List.copyOf(running);
      notifyAll();
    }
    abandoned.forEach(LocalTask::revoke);
  }

  private void guarded(OutcomeSink outcomes) {
    try {
      work(outcomes);
    } catch (Throwable thrown) {
      // Users' errors end as outcomes. Whatever else ends this thread must not leave the run
      // waiting.
      outcomes.broken(thrown);
    }
  }

  private void work(OutcomeSink outcomes) {
    Optional<LocalTask> next = next();
    while (next.isPresent()) {
      LocalTask task = next.get();
      if (!task.revoked()) {
        listener.taskStarted(task.request().key(), task.request().attempt());
      }
      TaskOutcome outcome = task.run(code);
      boolean abandoned = !finished(task);
      if (!closed) {
        outcomes.accept(outcome);
      }
      next = abandoned ? Optional.empty() : next();
    }
  }

  private synchronized Optional<LocalTask> next() {
    idle++;
    while (queue.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Only tasks are interrupted; an interrupt that comes late has nobody to stop.
      }
    }
    idle--;
    if (closed) {
      return Optional.empty();
    }
    LocalTask task = queue.remove();
    running.add(task);
    return Optional.of(task);
  }

  /** Whether nobody has taken this thread's place meanwhile. */
  private synchronized boolean finished(LocalTask task) {
    return running.remove(task);
  }
}
