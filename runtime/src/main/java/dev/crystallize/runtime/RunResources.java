package dev.crystallize.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one run: made when they are needed first, shared, and closed at the end.
 *
 * <p>While one thread makes a resource, others that need it wait for it. The lock is not held
 * meanwhile.
 */
final class RunResources {

  private final Replacements replacements;

  /** Guarded by this object, as all that follows. */
  private final Map<Key, Made> instances = new HashMap<>();

  private final Deque<Made> inOrder = new ArrayDeque<>();
  private boolean closed;

  RunResources(Replacements replacements) {
    this.replacements = replacements;
  }

  /** An instance is told by its resource, its values and those of the resources that it uses. */
  private record Key(SharedResource<?> resource, List<@Nullable Object> values, List<Key> uses) {}

  /** What became of a resource; while it is made neither is there. */
  private static final class Made {
    private final SharedResource<?> resource;
    private Optional<Object> instance = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    Made(SharedResource<?> resource) {
      this.resource = resource;
    }
  }

  /**
   * A resource that could not be closed.
   *
   * @param message names it and what was thrown
   * @param cause what was thrown, unless the results were read back
   */
  record Unclosed(String message, Optional<Throwable> cause) {

    /** Tells it beside another failure. */
    void addTo(Throwable failure) {
      cause.ifPresent(failure::addSuppressed);
    }
  }

  /**
   * Returns a resource.
   *
   * @param values the values in effect for what is declared
   * @param revoked whether the task that asks was given up; then a failure is not the resource's
   * @throws ResourceException if it cannot be made
   */
  Object get(
      SharedResource<?> resource,
      Function<Declaration, Map<String, Given>> values,
      BooleanSupplier revoked) {
    Optional<Object> replaced = replacements.of(resource);
    if (replaced.isPresent()) {
      return replaced.get();
    }
    Key key = key(resource, values);
    Made made = found(key);
    if (made.instance.isPresent()) {
      return made.instance.get();
    }
    Context context = new Context(resource, values, revoked);
    try {
      Object instance = resource.body().make(context);
      if (instance == null) {
        throw new IllegalStateException("it gave null");
      }
      return keep(made, instance);
    } catch (OutOfMemoryError e) {
      forget(key);
      throw e;
    } catch (Throwable e) {
      boolean givenUp =
          revoked.getAsBoolean()
              || e instanceof InterruptedException
              || Thread.currentThread().isInterrupted();
      throw failed(key, made, e, givenUp);
    }
  }

  private static Key key(
      SharedResource<?> resource, Function<Declaration, Map<String, Given>> values) {
    Declaration declaration = resource.declaration();
    Map<String, Given> effective = values.apply(declaration);
    Object[] own =
        declaration.params().stream()
            .map(slot -> Optional.ofNullable(effective.get(slot.name())))
            .map(given -> given.map(Given::value).orElse(null))
            .toArray();
    List<Key> uses =
        declaration.resources().stream().map(use -> key(use.resource(), values)).toList();
    return new Key(resource, Arrays.asList(own), uses);
  }

  /** What is there, or else a place that the caller has to fill. */
  private synchronized Made found(Key key) {
    while (true) {
      refuseIfClosed(key.resource());
      Made made = instances.get(key);
      if (made == null) {
        Made place = new Made(key.resource());
        instances.put(key, place);
        return place;
      }
      if (made.failure.isPresent()) {
        throw notMade(key.resource(), made.failure.get());
      }
      if (made.instance.isPresent()) {
        return made;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ResourceException(
            "interrupted while another task made resource '" + key.resource().name() + "'", e);
      }
    }
  }

  private void refuseIfClosed(SharedResource<?> resource) {
    if (closed) {
      throw new IllegalStateException(
          "resource '" + resource.name() + "' is asked for after the run has ended");
    }
  }

  private Object keep(Made made, Object instance) throws Exception {
    synchronized (this) {
      notifyAll();
      if (!closed) {
        made.instance = Optional.of(instance);
        inOrder.push(made);
        return instance;
      }
    }
    if (instance instanceof AutoCloseable late) {
      late.close();
    }
    throw new IllegalStateException("it was made when the run had ended");
  }

  private synchronized void forget(Key key) {
    instances.remove(key);
    notifyAll();
  }

  private synchronized ResourceException failed(
      Key key, Made made, Throwable cause, boolean givenUp) {
    notifyAll();
    if (givenUp) {
      instances.remove(key);
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    } else {
      made.failure = Optional.of(cause);
    }
    return notMade(key.resource(), cause);
  }

  /** What another resource lacks is told in the words of that one. */
  private static ResourceException notMade(SharedResource<?> resource, Throwable cause) {
    return cause instanceof ResourceException inner
        ? inner
        : new ResourceException(
            "resource '" + resource.name() + "' could not be made: " + cause, cause);
  }

  /**
   * Closes what was made, the latest first. Nothing can be had afterwards.
   *
   * @return what could not be closed
   */
  List<Unclosed> close() {
    List<Made> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(inOrder);
      inOrder.clear();
      notifyAll();
    }
    // A run that was interrupted still closes what it opened.
    boolean interrupted = Thread.interrupted();
    List<Unclosed> unclosed = new ArrayList<>();
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Made made : all) {
      if (made.instance.orElseThrow() instanceof AutoCloseable closeable && seen.add(closeable)) {
        try {
          closeable.close();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
          unclosed.add(
              new Unclosed(
                  "resource '" + made.resource.name() + "' could not be closed: " + e,
                  Optional.of(e)));
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return unclosed;
  }

  /** What a resource knows while it is made. */
  private final class Context implements ResourceContext {

    private final Function<Declaration, Map<String, Given>> values;
    private final Map<String, Given> own;
    private final BooleanSupplier revoked;

    Context(
        SharedResource<?> resource,
        Function<Declaration, Map<String, Given>> values,
        BooleanSupplier revoked) {
      this.values = values;
      this.own = values.apply(resource.declaration());
      this.revoked = revoked;
    }

    @Override
    @SuppressWarnings("unchecked") // the slot was typed by the resource it stands for
    public <T> T get(Slot<T> slot) {
      Optional<SharedResource<?>> used = slot.resource();
      return used.isPresent()
          ? (T) RunResources.this.get(used.get(), values, revoked)
          : slot.value(own);
    }

    @Override
    public <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
      return constructor.get();
    }
  }
}
