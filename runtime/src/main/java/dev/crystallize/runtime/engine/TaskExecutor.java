package dev.crystallize.runtime.engine;

import java.util.List;

/**
 * Where tasks run: threads of this process, or other machines.
 *
 * <p>Every request gets an outcome. An executor may run a task twice, and may report late, twice or
 * from any thread; it writes nothing but staged files. Deciding what counts is the engine's.
 */
interface TaskExecutor extends AutoCloseable {

  /** Called once, before anything else. */
  void open(OutcomeSink sink);

  /** How many tasks it wants outstanding now; it is never given more. */
  int capacity();

  /** Takes tasks that are ready. Does not block, and does not throw because of a task. */
  void submit(List<TaskRequest> ready);

  /** Gives back as lost what was submitted and has not begun, best effort. */
  default void withdraw() {}

  /** Asks for an attempt to be given up, best effort. */
  void cancel(TaskKey task, int attempt);

  /**
   * Does without an attempt that was cancelled and does not stop: whatever it holds is replaced,
   * and nobody waits for its outcome. An executor that loses no place by such an attempt has
   * nothing to do.
   *
   * @return where it is, as far as that is known
   */
  default StackTraceElement[] abandon(TaskKey task, int attempt) {
    return new StackTraceElement[0];
  }

  /** Gives up what still runs. Afterwards there is no outcome and no write. */
  @Override
  void close();
}
