package dev.crystallize.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the steps of one attempt leave to later ones: added values, and the objects they are of. */
final class TaskMemory {

  private final Map<String, Object> added = new HashMap<>();
  private final Map<Class<?>, Object> instances = new HashMap<>();

  synchronized Optional<Object> added(String key) {
    return Optional.ofNullable(added.get(key));
  }

  synchronized void add(String key, Object value) {
    added.put(key, value);
  }

  synchronized <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return type.cast(instances.computeIfAbsent(type, key -> constructor.get()));
  }
}
