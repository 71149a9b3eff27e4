package dev.crystallize.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/** What a verifier has of a task: its name, and resources as the baseline has them. */
final class VerifierScope extends DetachedScope {

  private final String verifier;
  private final NodeValues values;
  private final RunResources resources;

  VerifierScope(TaskId task, String verifier, NodeValues values, RunResources resources) {
    super(task);
    this.verifier = verifier;
    this.values = values;
    this.resources = resources;
  }

  @Override
  IllegalStateException refused(String what) {
    return new IllegalStateException("verifier '" + verifier + "' " + what);
  }

  @Override
  public Object resource(SharedResource<?> resource) {
    return resources.get(
        resource,
        declaration -> Effective.values(values, Conditions.BASELINE, declaration),
        () -> false);
  }

  @Override
  public MetricsRecorder metrics() {
    throw refused("records no metric");
  }

  @Override
  public Optional<Object> added(String key) {
    return Optional.empty();
  }

  @Override
  public void add(String key, Object value) {
    throw refused("adds no value");
  }

  @Override
  public <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return constructor.get();
  }

  @Override
  public void progress(double fraction, String text) {
    throw refused("tells no progress");
  }
}
