package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a step, datasource, verifier or resource needs besides data. Given to the function that
 * makes its body, once, while the node is built.
 */
public final class StepSpec {

  private final List<Slot<?>> params = new ArrayList<>();
  private final Map<String, Given> fixed = new LinkedHashMap<>();
  private final Map<String, String> bound = new LinkedHashMap<>();
  private final List<OutputCode<?>> outputs = new ArrayList<>();
  private final List<String> reads = new ArrayList<>();
  private final List<ResourceUse> resources = new ArrayList<>();
  private Optional<String> version = Optional.empty();
  private FailureSettings failures = FailureSettings.NONE;
  private Optional<RankerCode> ranker = Optional.empty();
  private boolean readsContext;
  private final Optional<StepBindings> bindings;
  private int inputs;

  StepSpec() {
    this.bindings = Optional.empty();
  }

  /** For a step whose inputs and outputs a configuration gives at run time. */
  StepSpec(StepBindings bindings) {
    this.bindings = Optional.of(bindings);
  }

  /**
   * A parameter without a default.
   *
   * @param key the parameter's name in {@code config.yaml}
   * @param codec how its value is spelt
   * @param <P> its type
   * @return what to ask the {@link Context} for
   */
  public <P> Slot<P> param(String key, Codec<P> codec) {
    return param(Slot.param(key, codec, Optional.empty()));
  }

  /**
   * A parameter with a default.
   *
   * @param key the parameter's name in {@code config.yaml}
   * @param codec how its value is spelt
   * @param defaultValue the value as {@code config.yaml} would hold it: a text, number, truth
   *     value, list or map
   * @param <P> its type
   * @return what to ask the {@link Context} for
   * @throws IllegalArgumentException if the default is nothing a configuration can hold
   */
  public <P> Slot<P> param(String key, Codec<P> codec, Object defaultValue) {
    return param(Slot.param(key, codec, Optional.ofNullable(PlainData.of(defaultValue))));
  }

  private <P> Slot<P> param(Slot<P> slot) {
    params.add(slot);
    return slot;
  }

  /**
   * Fixes a parameter for this use of the step, whatever the treatment.
   *
   * @param key the parameter's name
   * @param value the value as {@code config.yaml} holds it
   * @throws IllegalArgumentException if the value is nothing a configuration can hold
   */
  public void fix(String key, @Nullable Object value) {
    fixed.put(key, Given.inCode(value));
  }

  /**
   * Says that a parameter of the step, an input or output, stands for another alias in this use of
   * the step: {@code {save_model: {model_blob: other_alias}}}.
   *
   * @param parameter the parameter's name in {@code config.yaml}
   * @param alias the alias of the input or output
   */
  public void bind(String parameter, String alias) {
    bound.put(parameter, alias);
  }

  /**
   * Says that the user's method takes a {@link Context}, through which it may read any parameter,
   * so that nobody can tell which values it does not read.
   */
  public void readsContext() {
    readsContext = true;
  }

  /**
   * Gives the step a version. Whoever changes what the step does in a way that nobody can see, such
   * as through reflection, gives it another one, and its tasks run again.
   *
   * @param text any text
   */
  public void version(String text) {
    version = Optional.of(text);
  }

  /**
   * Says how often a task is repeated, from its datasource on, that fails in this step. Default: as
   * often as the experiment says.
   *
   * @param count 0 or more
   * @throws IllegalArgumentException if the count is negative
   */
  public void retries(int count) {
    failures = failures.withRetries(count);
  }

  /**
   * Says how long to wait before a task is repeated that failed in this step; twice as long each
   * further time, up to an hour. Default: as long as the experiment says.
   *
   * @param wait not negative
   * @throws IllegalArgumentException if it is negative
   */
  public void backoff(Duration wait) {
    failures = failures.withBackoff(wait);
  }

  /**
   * Says how long this step may take. A step that takes longer is interrupted, and its task fails.
   * Default: as long as it likes.
   *
   * @param limit positive
   * @throws IllegalArgumentException if it is not positive
   */
  public void timeout(Duration limit) {
    failures = failures.withTimeout(limit);
  }

  /**
   * Says that the content of files counts as input.
   *
   * @param declared a file or folder relative to the working directory, or a class path resource
   *     that begins with {@code /}
   */
  public void reads(String... declared) {
    reads.addAll(List.of(declared));
  }

  /**
   * An output that this step writes.
   *
   * @param output the output, with its loader
   * @param fileName the file's name
   * @param writer how it is written
   * @param <T> what the writer takes
   * @return what to ask the {@link Context} for
   */
  public <T> OutputSlot<T> output(
      ArtifactRef<?> output, String fileName, ArtifactWriter<? super T> writer) {
    if (bindings.isPresent()) {
      return add(bindings.get().outputs().get(outputs.size()));
    }
    OutputSlot<T> slot = new OutputSlot<>(output.alias());
    outputs.add(new OutputCode<>(slot, fileName, output.loader(), writer));
    return slot;
  }

  /**
   * An output that the configuration gives to this use of a step of a {@link CodeCatalog}. A step
   * asks for its outputs in the order in which the catalog lists them.
   *
   * @param parameter the canonical name of the parameter that stands for it
   * @param <T> what the step writes
   * @return what to ask the {@link Context} for
   * @throws IllegalStateException if this is no step of a catalog
   */
  public <T> OutputSlot<T> output(String parameter) {
    return add(bindings(parameter).outputs().get(outputs.size()));
  }

  /**
   * An input that the configuration gives to this use of a step of a {@link CodeCatalog}. A step
   * asks for its inputs in the order in which the catalog lists them.
   *
   * @param parameter the canonical name of the parameter that stands for it
   * @param <T> what the step reads
   * @return what to ask the {@link Context} for
   * @throws IllegalStateException if this is no step of a catalog
   */
  @SuppressWarnings("unchecked") // the input was checked against the parameter's type
  public <T> Slot<T> input(String parameter) {
    return (Slot<T>) bindings(parameter).inputs().get(inputs++);
  }

  @SuppressWarnings("unchecked") // the output's writer was found for what the step writes
  private <T> OutputSlot<T> add(OutputCode<?> output) {
    outputs.add(output);
    return (OutputSlot<T>) output.slot();
  }

  private StepBindings bindings(String parameter) {
    return bindings.orElseThrow(
        () ->
            new IllegalStateException(
                "no configuration says what '" + parameter + "' stands for: this is no catalog"));
  }

  /**
   * A resource of the run.
   *
   * @param resource the resource
   * @param type what it is used as, without type arguments; whatever replaces the resource must be
   *     one
   * @param <P> what it is used as
   * @return what to ask the {@link Context} for
   */
  public <P> Slot<P> resource(SharedResource<? extends P> resource, Class<? super P> type) {
    resources.add(new ResourceUse(resource, type));
    return Slot.resource(resource);
  }

  /**
   * Ranks the treatments of a hypothesis by something else than the finding {@code p_value}. What
   * the ranker gives becomes the finding {@code rank_score}.
   *
   * @param name the ranker's name, for messages
   * @param body weighs what the verifier found
   */
  public void ranker(String name, RankerBody body) {
    ranker = Optional.of(new RankerCode(name, body));
  }

  List<Slot<?>> params() {
    return List.copyOf(params);
  }

  Map<String, Given> fixed() {
    return new LinkedHashMap<>(fixed);
  }

  Map<String, String> bound() {
    return Map.copyOf(bound);
  }

  List<OutputCode<?>> outputs() {
    return List.copyOf(outputs);
  }

  List<String> reads() {
    return List.copyOf(reads);
  }

  List<ResourceUse> resources() {
    return List.copyOf(resources);
  }

  Optional<String> version() {
    return version;
  }

  FailureSettings failures() {
    return failures;
  }

  Optional<RankerCode> ranker() {
    return ranker;
  }

  boolean mayReadAnything() {
    return readsContext;
  }
}
