package dev.crystallize.runtime.engine;

import java.util.Arrays;
import java.util.List;

/** Lets one of two processes go on at a time, in a given order, until both have ended. */
final class Turns {

  private final List<Integer> order;
  private final boolean[] lives;
  private int next;
  private int current;

  Turns(List<Integer> order, int processes) {
    this.order = order;
    this.lives = new boolean[processes];
    Arrays.fill(lives, true);
    this.current = choose();
  }

  /** Waits for the first turn. */
  synchronized void begin(int process) {
    await(process);
  }

  /** Gives the turn to whoever is next. */
  synchronized void pass(int process) {
    current = choose();
    notifyAll();
    await(process);
  }

  /** Leaves the rest to the other. */
  synchronized void end(int process) {
    lives[process] = false;
    current = choose();
    notifyAll();
  }

  private int choose() {
    int wanted = order.isEmpty() ? 0 : order.get(next++ % order.size());
    for (int i = 0; i < lives.length; i++) {
      int process = (wanted + i) % lives.length;
      if (lives[process]) {
        return process;
      }
    }
    return 0;
  }

  private void await(int process) {
    boolean interrupted = false;
    while (current != process) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
