package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which step began last on which thread. */
final class RunningSteps implements RunListener {

  private final Map<Thread, String> steps = new ConcurrentHashMap<>();

  @Override
  public void stepStarted(TaskId task, String step) {
    steps.put(Thread.currentThread(), "step '" + step + "' of " + task);
  }

  /** Returns the step that began last on a thread. */
  Optional<String> on(Thread thread) {
    return Optional.ofNullable(steps.get(thread));
  }
}
