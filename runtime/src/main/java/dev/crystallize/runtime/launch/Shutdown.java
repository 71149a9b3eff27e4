package dev.crystallize.runtime.launch;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run cleanly when the JVM is told to stop, and keeps a step that calls {@code System.exit}
 * from looking like success. Only mains use it: elsewhere the JVM is not ours to end.
 */
final class Shutdown {

  /** A step that ignores its interrupt does not keep the JVM alive for longer. */
  private static final long PATIENCE_SECONDS = 10;

  private static final String STEPS = "dev.crystallize.runtime.TaskPass";

  private final Thread runner;
  private final RunningSteps steps;
  private final PrintStream err;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Shutdown(Thread runner, RunningSteps steps, PrintStream err) {
    this.runner = runner;
    this.steps = steps;
    this.err = err;
  }

  /**
   * Watches for the end of the JVM.
   *
   * @param runner the thread that runs the graph
   * @param steps names the steps of threads
   * @param err where to say what happened
   */
  static Shutdown watch(Thread runner, RunningSteps steps, PrintStream err) {
    Shutdown shutdown = new Shutdown(runner, steps, err);
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::onShutdown, "crystallize-shutdown"));
    return shutdown;
  }

  /** The run has ended by itself; what follows is none of our business. */
  void runEnded() {
    ended.countDown();
  }

  private void onShutdown() {
    if (ended.getCount() == 0) {
      return;
    }
    Optional<Thread> exiting = exitingStep(Thread.getAllStackTraces());
    if (exiting.isPresent()) {
      String step = steps.on(exiting.get()).orElse("a step");
      err.println(
          "error: "
              + step
              + " called System.exit, which ends the whole run; throw an exception instead");
      err.flush();
      Runtime.getRuntime().halt(ExitCode.FAILED);
    }
    stopRun();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  private void stopRun() {
    err.println("stopping; what is committed stays, and --resume goes on from there");
    runner.interrupt();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println("a step does not stop and is given up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    err.flush();
    System.out.flush();
  }

  /** Returns the thread on whose stack a step is ending the JVM. */
  static Optional<Thread> exitingStep(Map<Thread, StackTraceElement[]> stacks) {
    return stacks.entrySet().stream()
        .filter(entry -> has(entry.getValue(), "java.lang.Runtime", "exit"))
        .filter(entry -> has(entry.getValue(), STEPS, "step"))
        .<Thread>map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean has(StackTraceElement[] stack, String type, String method) {
    return Arrays.stream(stack)
        .anyMatch(
            frame -> frame.getClassName().equals(type) && frame.getMethodName().equals(method));
  }
}
