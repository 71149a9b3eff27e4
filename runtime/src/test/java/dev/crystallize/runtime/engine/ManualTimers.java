package dev.crystallize.runtime.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Timers that go off when a test says so. */
final class ManualTimers implements Timers {

  private final Predicate<Duration> atOnce;
  private final List<Entry> pending = new ArrayList<>();
  private final List<Duration> asked = new ArrayList<>();

  private ManualTimers(Predicate<Duration> atOnce) {
    this.atOnce = atOnce;
  }

  static ManualTimers stopped() {
    return new ManualTimers(delay -> false);
  }

  /** Timers whose delays pass in no time, but for some. */
  static ManualTimers hurrying(Duration... except) {
    return new ManualTimers(delay -> !List.of(except).contains(delay));
  }

  @Override
  public Pending after(Duration delay, Runnable action) {
    Entry entry = new Entry(delay, action);
    synchronized (this) {
      asked.add(delay);
      if (!atOnce.test(delay)) {
        pending.add(entry);
      }
    }
    if (atOnce.test(delay)) {
      action.run();
    }
    return () -> remove(entry);
  }

  private synchronized void remove(Entry entry) {
    pending.remove(entry);
  }

  /** Lets the oldest timer of such a delay go off in the calling thread. */
  void fire(Duration delay) {
    Entry entry;
    synchronized (this) {
      entry =
          pending.stream()
              .filter(each -> each.delay().equals(delay))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no timer of " + delay + " in " + pending));
      pending.remove(entry);
    }
    entry.action().run();
  }

  /** Lets the latest timer of such a delay go off in the calling thread, if there is one. */
  void fireLatest(Duration delay) {
    Optional<Entry> latest;
    synchronized (this) {
      latest =
          pending.stream()
              .filter(each -> each.delay().equals(delay))
              .reduce((before, after) -> after);
      latest.ifPresent(pending::remove);
    }
    latest.ifPresent(entry -> entry.action().run());
  }

  /** All delays that were ever asked for. */
  synchronized List<Duration> asked() {
    return List.copyOf(asked);
  }

  synchronized List<Duration> pending() {
    return pending.stream().map(Entry::delay).toList();
  }

  @Override
  public void close() {
    // What is left stays to be looked at.
  }

  private record Entry(Duration delay, Runnable action) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
