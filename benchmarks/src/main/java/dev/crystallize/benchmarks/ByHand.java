package dev.crystallize.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What people write who use no library. */
final class ByHand {

  private ByHand() {}

  static double[] loop(int tasks) {
    double[] roots = new double[tasks];
    for (int i = 0; i < tasks; i++) {
      roots[i] = Studies.measure(i);
    }
    return roots;
  }

  /** On a pool of its own: without one, a machine with two cores starts a thread for each task. */
  static double[] futures(int tasks) {
    double[] roots = new double[tasks];
    ExecutorService pool = Executors.newFixedThreadPool(Studies.PARALLELISM);
    try {
      CompletableFuture<?>[] all = new CompletableFuture<?>[tasks];
      for (int i = 0; i < tasks; i++) {
        int task = i;
        all[i] = CompletableFuture.runAsync(() -> roots[task] = Studies.measure(task), pool);
      }
      CompletableFuture.allOf(all).join();
    } finally {
      pool.shutdown();
    }
    return roots;
  }
}
