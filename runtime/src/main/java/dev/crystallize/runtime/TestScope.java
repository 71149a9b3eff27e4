package dev.crystallize.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/** What there is of a task outside a run. */
final class TestScope extends DetachedScope {

  private final Metrics metrics;
  private final TaskMemory memory = new TaskMemory();

  TestScope(TaskId task, Metrics metrics) {
    super(task);
    this.metrics = metrics;
  }

  @Override
  IllegalStateException refused(String what) {
    return new IllegalStateException(
        "a context for tests " + what + "; call the step with the value itself");
  }

  @Override
  public Object resource(SharedResource<?> resource) {
    throw refused("has no resource");
  }

  @Override
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public Optional<Object> added(String key) {
    return memory.added(key);
  }

  @Override
  public void add(String key, Object value) {
    memory.add(key, value);
  }

  @Override
  public <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return memory.instance(type, constructor);
  }

  @Override
  public void progress(double fraction, String text) {
    // Nobody watches a test.
  }
}
