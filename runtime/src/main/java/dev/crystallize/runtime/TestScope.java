package dev.crystallize.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What there is of a task outside a run. */
final class TestScope implements TaskScope {

  private final TaskId task;
  private final Metrics metrics;
  private final Map<String, Object> added = new HashMap<>();
  private final Map<Class<?>, Object> instances = new HashMap<>();

  TestScope(TaskId task, Metrics metrics) {
    this.task = task;
    this.metrics = metrics;
  }

  @Override
  public TaskId task() {
    return task;
  }

  @Override
  public boolean revoked() {
    return false;
  }

  @Override
  public Object feed(String alias) {
    throw refused("reads no datasource");
  }

  @Override
  public Object resource(SharedResource<?> resource) {
    throw refused("has no resource");
  }

  @Override
  public <T> T content(String alias, RawForm<T> form) {
    throw refused("reads no artifact");
  }

  @Override
  public <T> void write(OutputSlot<T> output, T value) {
    throw refused("writes no output");
  }

  @Override
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public synchronized Optional<Object> added(String key) {
    return Optional.ofNullable(added.get(key));
  }

  @Override
  public synchronized void add(String key, Object value) {
    added.put(key, value);
  }

  @Override
  public synchronized <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return type.cast(instances.computeIfAbsent(type, key -> constructor.get()));
  }

  @Override
  public void progress(double fraction, String text) {
    // Nobody watches a test.
  }

  private static IllegalStateException refused(String what) {
    return new IllegalStateException(
        "a context for tests " + what + "; call the step with the value itself");
  }
}
