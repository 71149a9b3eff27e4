package dev.crystallize.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Notes when each experiment of a run began, and how long its steps took. */
final class RunTimes {

  private final Clock clock;
  private final Map<String, Instant> starts = new ConcurrentHashMap<>();
  private final Map<Step, Sum> steps = new ConcurrentHashMap<>();

  RunTimes(Clock clock) {
    this.clock = clock;
  }

  void started(String experiment) {
    starts.put(experiment, clock.instant());
  }

  void step(String experiment, String name, Duration duration) {
    Sum sum = steps.computeIfAbsent(new Step(experiment, name), step -> new Sum());
    sum.calls.increment();
    sum.nanos.add(duration.toNanos());
  }

  /** When its first task of this run began; empty if none did. */
  Optional<Instant> start(String experiment) {
    return Optional.ofNullable(starts.get(experiment));
  }

  Instant now() {
    return clock.instant();
  }

  /** How often a step returned, and how long that took in all. */
  Provenance.StepTime time(String experiment, String name) {
    Sum sum = steps.getOrDefault(new Step(experiment, name), new Sum());
    return new Provenance.StepTime(name, sum.calls.sum(), Duration.ofNanos(sum.nanos.sum()));
  }

  private record Step(String experiment, String name) {}

  private static final class Sum {
    private final LongAdder calls = new LongAdder();
    private final LongAdder nanos = new LongAdder();
  }
}
