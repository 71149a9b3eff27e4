package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.config.Suggestions;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The context of one step, datasource or verifier in one task. */
final class StepContext implements Context {

  private static final Map<Class<?>, Codec<?>> NUMBERS =
      Map.of(
          Double.class, Codec.DOUBLE,
          Float.class, Codec.FLOAT,
          Long.class, Codec.LONG,
          Integer.class, Codec.INT,
          Short.class, Codec.SHORT,
          Byte.class, Codec.BYTE);

  private final TaskScope scope;
  private final RandomUse use;
  private final Map<String, Given> params;
  private final Metrics metrics = new OpenMetrics();
  private @Nullable RandomGenerator random;
  private volatile boolean ended;

  StepContext(TaskScope scope, RandomUse use, Map<String, Given> params) {
    this.scope = scope;
    this.use = use;
    this.params = params;
  }

  /** From now on nothing can be changed through this context. */
  void end() {
    ended = true;
  }

  @Override
  public String experiment() {
    return scope.task().experiment();
  }

  @Override
  public String condition() {
    return scope.task().condition();
  }

  @Override
  public int replicate() {
    return scope.task().replicate();
  }

  @Override
  public long seed() {
    return use.plainSeed();
  }

  @Override
  public synchronized RandomGenerator random() {
    RandomGenerator generator = random;
    if (generator == null) {
      generator = use.generator();
      random = generator;
    }
    return generator;
  }

  @Override
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public System.Logger logger() {
    return new TaskLogger(System.getLogger("dev.crystallize." + experiment()), scope.task());
  }

  @Override
  public void progress(double fraction, String text) {
    requireOpen();
    scope.progress(fraction, text);
  }

  @Override
  public <T> T get(String key, Class<T> type) {
    Object value = value(key);
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    Codec<?> codec = NUMBERS.get(type);
    if (codec == null) {
      throw new IllegalArgumentException(
          String.format(
              "'%s' is a %s, not a %s",
              key, value.getClass().getSimpleName(), type.getSimpleName()));
    }
    try {
      return type.cast(codec.fromValue(value));
    } catch (CodecException e) {
      throw Secrets.misfit(key, e);
    }
  }

  private Object value(String key) {
    Given given = params.get(key);
    if (given != null && given.value() != null) {
      return given.value();
    }
    return scope
        .added(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no parameter '"
                        + key
                        + "'"
                        + Suggestions.of(key, params.keySet()).text()));
  }

  @Override
  public boolean has(String key) {
    Given given = params.get(key);
    return (given != null && given.value() != null) || scope.added(key).isPresent();
  }

  @Override
  public void add(String key, Object value) {
    requireOpen();
    if (has(key)) {
      throw new IllegalArgumentException(
          "'" + key + "' has a value, and a context never changes one");
    }
    scope.add(key, value);
  }

  @Override
  @SuppressWarnings("unchecked") // the slot was typed by what it stands for
  public <T> T get(Slot<T> slot) {
    if (slot.codec().isPresent()) {
      return slot.value(params);
    }
    Optional<SharedResource<?>> resource = slot.resource();
    if (resource.isPresent()) {
      return (T) scope.resource(resource.get());
    }
    return slot.raw().isPresent()
        ? (T) scope.content(slot.name(), slot.raw().get())
        : (T) slot.converted(scope.feed(slot.name()));
  }

  @Override
  public <T> T get(Slot<?> input, RawForm<T> form) {
    return scope.content(input.name(), form);
  }

  @Override
  public <T> Output<T> output(OutputSlot<T> slot) {
    return value -> {
      requireOpen();
      scope.write(slot, value);
    };
  }

  @Override
  public <T> T instance(Class<T> type, Supplier<? extends T> constructor) {
    return scope.instance(type, constructor);
  }

  private void requireOpen() {
    if (ended || scope.revoked()) {
      throw new IllegalStateException(
          "this context belongs to '" + use.use() + "' of " + scope.task() + ", which has ended");
    }
  }

  private final class OpenMetrics implements Metrics {

    @Override
    public void record(String name, double value) {
      requireOpen();
      scope.metrics().record(name, value);
    }

    @Override
    public void series(String name, long step, double value) {
      requireOpen();
      scope.metrics().series(name, step, value);
    }
  }
}
