package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.Context;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A study in a JVM of its own, one task of which does what no step should do. */
final class HostileStudy {

  /** What the property {@code hostile} names is done in the task {@code baseline:1}. */
  private static final Map<String, Deed> DEEDS =
      Map.of(
          "exit", () -> System.exit(0),
          "interrupt", () -> Thread.currentThread().interrupt(),
          "thread", HostileStudy::leaveThread,
          "memory", HostileStudy::useUpMemory,
          "stubborn", HostileStudy::ignoreInterrupts,
          "sleep", () -> say("sleeps", HostileStudy::sleep),
          "fail", () -> say("fails", HostileStudy::fail));

  private interface Deed {
    void run() throws Exception;
  }

  private HostileStudy() {}

  public static void main(String[] args) {
    Launcher.main(
        graph(System.getProperty("hostile", ""), System.getProperty("place", "step")), args);
  }

  /** The study in which something is done in a place, if anything is. */
  static ExperimentGraph graph(String hostile, String place) {
    ExperimentNode.Builder node = ExperimentNode.builder("study").replicates(3);
    if (Boolean.getBoolean("limited")) {
      node.timeout(Duration.ofMillis(200));
    }
    node.retries(Integer.getInteger("retries", 0)).backoff(Duration.ofHours(1));
    var numbers =
        node.dataSource(
            "numbers",
            "numbers",
            spec ->
                context -> {
                  act(place.equals("datasource") && isHostile(context), hostile);
                  return context.random().nextInt(100);
                });
    node.startWith(numbers)
        .through(
            "measure",
            step ->
                (context, number) -> {
                  act(place.equals("step") && isHostile(context), hostile);
                  context.metrics().record("number", number);
                });
    node.hypothesis(
        "none",
        "none",
        List.of(),
        spec ->
            (context, baseline, treatment) -> {
              act(place.equals("verifier"), hostile);
              return Map.of("p_value", 1.0);
            });
    node.treatment("other", Map.of());
    return ExperimentGraph.of(node.build());
  }

  private static boolean isHostile(Context context) {
    return context.condition().equals("baseline") && context.replicate() == 1;
  }

  private static void act(boolean here, String hostile) throws Exception {
    Deed deed = DEEDS.get(hostile);
    if (here && deed != null) {
      deed.run();
    }
  }

  private static void leaveThread() {
    new Thread(HostileStudy::ignoreInterrupts, "left behind").start();
  }

  private static void useUpMemory() {
    byte[][] all = new byte[1 << 20][];
    for (int i = 0; i < all.length; i++) {
      all[i] = new byte[1 << 20];
    }
  }

  private static void ignoreInterrupts() {
    System.out.println("ignores");
    System.out.flush();
    while (true) {
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      if (!System.getProperty("hostile", "").matches("stubborn|thread")) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void say(String text, Deed deed) throws Exception {
    System.out.println(text);
    System.out.flush();
    deed.run();
  }

  private static void fail() throws IOException {
    throw new IOException("no luck");
  }
}
