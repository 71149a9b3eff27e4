package dev.crystallize.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/** What all contexts of one task share. */
interface TaskScope {

  TaskId task();

  /** Whether the task was given up, so that nothing it still does counts. */
  boolean revoked();

  /** The value of a datasource or input, made or loaded once. */
  Object feed(String alias);

  /** A resource of the run, made with the values of this task's condition. */
  Object resource(SharedResource<?> resource);

  <T> T content(String alias, RawForm<T> form);

  <T> void write(OutputSlot<T> output, T value);

  Metrics metrics();

  /** What an earlier step has added under a key. */
  Optional<Object> added(String key);

  void add(String key, Object value);

  <T> T instance(Class<T> type, Supplier<? extends T> constructor);

  void progress(double fraction, String text);
}
