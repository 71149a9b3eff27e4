package dev.crystallize.runtime.engine;

/** Why a run starts no more tasks. */
enum Stop {
  /** Memory ran out; what runs may go on. */
  OUT_OF_MEMORY(false),
  /** A task failed and the others are not to go on. */
  FAILED(true),
  /** Somebody asked for it. */
  INTERRUPTED(true);

  private final boolean interrupts;

  Stop(boolean interrupts) {
    this.interrupts = interrupts;
  }

  /** Whether running tasks are interrupted. */
  boolean interrupts() {
    return interrupts;
  }
}
