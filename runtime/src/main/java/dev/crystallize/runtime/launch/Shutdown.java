package dev.crystallize.runtime.launch;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run cleanly when the JVM is told to stop, and keeps a step that calls {@code System.exit}
 * from looking like success. Only mains use it: elsewhere the JVM is not ours to end.
 */
final class Shutdown {

  private static final String GO_ON = "what is committed stays, and --resume goes on from there";

  /** A step that ignores its interrupt does not keep the JVM alive for longer. */
  private static final long PATIENCE_SECONDS = 10;

  /** Whoever stands on the stack of one of these is a step, a datasource, a writer or a loader. */
  private static final String TASK = "dev.crystallize.runtime.TaskPass";

  private static final String VERIFIER = "dev.crystallize.runtime.HypothesisTest";

  private final Thread runner;
  private final RunningSteps steps;
  private final PrintStream err;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int code = ExitCode.FAILED;

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

  /** The run has ended by itself; only a step that is still there can do harm now. */
  void runEnded(int exitCode) {
    code = exitCode;
    ended.countDown();
  }

  private void onShutdown() {
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    Optional<Thread> exiting = exiting(stacks);
    if (ended.getCount() == 0) {
      if (exiting.isPresent()) {
        Runtime.getRuntime().halt(code);
      }
      return;
    }
    if (exiting.isPresent()) {
      boolean verifies = has(stacks.get(exiting.get()), VERIFIER);
      String step = verifies ? "a verifier" : steps.on(exiting.get()).orElse("a step");
      err.println(
          lineStart()
              + "error: "
              + step
              + " called System.exit, which ends the whole run; throw an exception instead");
      err.println(GO_ON);
      err.flush();
      Runtime.getRuntime().halt(ExitCode.FAILED);
    }
    stopRun();
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }

  /** On a terminal the line that moves stands where the next text would begin. */
  private static String lineStart() {
    return Terminal.isThere() ? System.lineSeparator() : "";
  }

  private void stopRun() {
    err.println(lineStart() + "stopping; " + GO_ON);
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

  /** Returns the thread on whose stack users' code is ending the JVM. */
  static Optional<Thread> exiting(Map<Thread, StackTraceElement[]> stacks) {
    return stacks.entrySet().stream()
        .filter(entry -> exits(entry.getValue()))
        .filter(entry -> has(entry.getValue(), TASK) || has(entry.getValue(), VERIFIER))
        .<Thread>map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean exits(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private static boolean has(StackTraceElement @Nullable [] stack, String type) {
    return stack != null
        && Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(type));
  }
}
