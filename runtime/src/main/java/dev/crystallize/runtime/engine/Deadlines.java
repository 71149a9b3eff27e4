package dev.crystallize.runtime.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Watches how long attempts and their steps take, where there is a limit. It hears of them from the
 * executor, as a listener that passes on what it hears.
 */
final class Deadlines implements EngineListener {

  private final Map<String, FailureRules> limited = new HashMap<>();
  private final Map<Attempt, Watch> watches = new ConcurrentHashMap<>();
  private final Timers timers;
  private final EngineListener listener;
  private volatile Consumer<Expiry> expired = expiry -> {};

  /**
   * Watches nothing yet.
   *
   * @param request the rules of each experiment
   * @param timers tell when time is up
   * @param listener is told what executors tell
   */
  Deadlines(RunRequest request, Timers timers, EngineListener listener) {
    this.timers = timers;
    this.listener = listener;
    List<FailureRules> rules = request.rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).limited()) {
        limited.put(request.plan().experiment(i).name(), rules.get(i));
      }
    }
  }

  /** What executors are to tell what happens. */
  EngineListener listener() {
    return limited.isEmpty() ? listener : this;
  }

  /** Says what to do when time is up. */
  void open(Consumer<Expiry> action) {
    expired = action;
  }

  /** An attempt is over. */
  void ended(TaskKey task, int attempt) {
    if (!limited.isEmpty()) {
      Watch watch = watches.remove(new Attempt(task, attempt));
      if (watch != null) {
        watch.end();
      }
    }
  }

  @Override
  public void taskStarted(TaskKey task, int attempt) {
    listener.taskStarted(task, attempt);
    FailureRules rules = limited.get(task.experiment());
    if (rules != null) {
      Watch watch = new Watch(new Attempt(task, attempt), rules);
      Watch before = watches.put(watch.attempt, watch);
      if (before != null) {
        before.end();
      }
      watch.begin();
    }
  }

  @Override
  public void stepStarted(TaskKey task, int attempt, StepRef step) {
    listener.stepStarted(task, attempt, step);
    if (limited.containsKey(task.experiment())) {
      Watch watch = watches.get(new Attempt(task, attempt));
      if (watch != null) {
        watch.step(step);
      }
    }
  }

  @Override
  public void stepFailed(TaskKey task, int attempt, StepRef step, Throwable cause) {
    stepEnded(task, attempt);
    listener.stepFailed(task, attempt, step, cause);
  }

  @Override
  public void stepFinished(TaskKey task, int attempt, StepRef step, Duration duration) {
    stepEnded(task, attempt);
    listener.stepFinished(task, attempt, step, duration);
  }

  private void stepEnded(TaskKey task, int attempt) {
    if (limited.containsKey(task.experiment())) {
      Watch watch = watches.get(new Attempt(task, attempt));
      if (watch != null) {
        watch.stepEnded();
      }
    }
  }

  private record Attempt(TaskKey task, int number) {}

  /** The limits of one attempt. */
  private final class Watch {

    private final Attempt attempt;
    private final FailureRules rules;
    private Optional<Timers.Pending> whole = Optional.empty();
    private Optional<Timers.Pending> ofStep = Optional.empty();
    private Optional<StepRef> step = Optional.empty();
    private boolean ended;

    Watch(Attempt attempt, FailureRules rules) {
      this.attempt = attempt;
      this.rules = rules;
    }

    synchronized void begin() {
      whole = rules.task().timeout().map(limit -> limit(limit, true));
    }

    synchronized void step(StepRef begun) {
      stepEnded();
      step = Optional.of(begun);
      if (!ended) {
        ofStep = rules.of(begun).flatMap(FailureRule::timeout).map(limit -> limit(limit, false));
      }
    }

    synchronized void stepEnded() {
      ofStep.ifPresent(Timers.Pending::cancel);
      ofStep = Optional.empty();
    }

    synchronized void end() {
      ended = true;
      stepEnded();
      whole.ifPresent(Timers.Pending::cancel);
    }

    private Timers.Pending limit(Duration limit, boolean ofWhole) {
      return timers.after(limit, () -> expire(limit, ofWhole));
    }

    private void expire(Duration limit, boolean ofWhole) {
      Expiry expiry;
      synchronized (this) {
        if (ended || (!ofWhole && ofStep.isEmpty())) {
          return;
        }
        expiry = new Expiry(attempt.task(), attempt.number(), limit, step, ofWhole);
      }
      expired.accept(expiry);
    }
  }
}
