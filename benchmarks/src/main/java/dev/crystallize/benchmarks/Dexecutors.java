package dev.crystallize.benchmarks;

import com.github.dexecutor.core.DefaultDexecutor;
import com.github.dexecutor.core.DexecutorConfig;
import com.github.dexecutor.core.ExecutionConfig;
import com.github.dexecutor.core.task.Task;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs graphs with dexecutor. */
final class Dexecutors {

  private Dexecutors() {}

  static void independent(int nodes) {
    ExecutorService pool = Executors.newFixedThreadPool(Studies.PARALLELISM);
    try {
      DefaultDexecutor<Integer, Double> graph =
          new DefaultDexecutor<>(new DexecutorConfig<>(pool, Root::new));
      for (int i = 0; i < nodes; i++) {
        graph.addIndependent(i);
      }
      if (!graph.execute(ExecutionConfig.TERMINATING).getErrored().isEmpty()) {
        throw new IllegalStateException("a task failed");
      }
    } finally {
      pool.shutdown();
    }
  }

  /** The work of one node. */
  private static final class Root extends Task<Integer, Double> {

    private static final long serialVersionUID = 1;

    private final int replicate;

    Root(int replicate) {
      this.replicate = replicate;
    }

    @Override
    public Double execute() {
      return Studies.measure(replicate);
    }
  }
}
