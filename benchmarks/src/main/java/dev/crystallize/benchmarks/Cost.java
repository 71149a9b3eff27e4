package dev.crystallize.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a piece of work took.
 *
 * @param cpuNanos processor time of all threads, the compiler's and the collector's included
 * @param wallNanos time on the clock
 */
record Cost(double cpuNanos, double wallNanos) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Does a piece of work in this process, without the garbage that others have left. */
  static Cost of(Work work) throws Exception {
    System.gc();
    long cpu = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    wall = System.nanoTime() - wall;
    return new Cost(SYSTEM.getProcessCpuTime() - cpu, wall);
  }

  /** The processor time that this process took so far. */
  static long cpuNanosSoFar() {
    return SYSTEM.getProcessCpuTime();
  }

  Cost per(int units) {
    return new Cost(cpuNanos / units, wallNanos / units);
  }
}
