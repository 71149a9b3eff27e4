package dev.crystallize.runtime;

/** What there is of a task where no pipeline runs: nothing is read, and nothing written. */
abstract class DetachedScope implements TaskScope {

  private final TaskId task;

  DetachedScope(TaskId task) {
    this.task = task;
  }

  /** The error of a context that has not what it is asked for. */
  abstract IllegalStateException refused(String what);

  @Override
  public final TaskId task() {
    return task;
  }

  @Override
  public final boolean revoked() {
    return false;
  }

  @Override
  public final Object feed(String alias) {
    throw refused("reads no datasource");
  }

  @Override
  public final <T> T content(String alias, RawForm<T> form) {
    throw refused("reads no artifact");
  }

  @Override
  public final <T> void write(OutputSlot<T> output, T value) {
    throw refused("writes no output");
  }
}
