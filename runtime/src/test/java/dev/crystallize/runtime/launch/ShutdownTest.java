package dev.crystallize.runtime.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  private static final StackTraceElement EXIT =
      new StackTraceElement("java.lang.Runtime", "exit", "Runtime.java", 1);
  private static final StackTraceElement STEP =
      new StackTraceElement("dev.crystallize.runtime.TaskPass", "step", "TaskPass.java", 1);
  private static final StackTraceElement VERIFIER =
      new StackTraceElement(
          "dev.crystallize.runtime.HypothesisTest", "x", "HypothesisTest.java", 1);
  private static final StackTraceElement OTHER =
      new StackTraceElement("com.acme.Main", "main", "Main.java", 1);

  private final Thread thread = new Thread(() -> {});

  @Test
  void aStepThatEndsTheJvmIsFoundByItsStack() {
    assertThat(Shutdown.exiting(Map.of(thread, stack(EXIT, OTHER, STEP)))).contains(thread);
  }

  @Test
  void soIsAVerifier() {
    assertThat(Shutdown.exiting(Map.of(thread, stack(EXIT, OTHER, VERIFIER)))).contains(thread);
  }

  @Test
  void whoElseEndsTheJvmIsNoStep() {
    assertThat(Shutdown.exiting(Map.of(thread, stack(EXIT, OTHER)))).isEmpty();
    assertThat(Shutdown.exiting(Map.of(thread, stack(OTHER, STEP)))).isEmpty();
  }

  @Test
  void theClassesThatMarkUsersCodeExist() throws ClassNotFoundException {
    assertThat(Class.forName(STEP.getClassName())).isFinal();
    assertThat(Class.forName(VERIFIER.getClassName())).isFinal();
  }

  private static StackTraceElement[] stack(StackTraceElement... frames) {
    return frames;
  }
}
