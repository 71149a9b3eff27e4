package dev.crystallize.runtime;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One experiment, ready to run: its code, the values it was compiled with, and what it reads from
 * which other experiments. Immutable.
 */
public final class ExperimentNode {

  private final String name;
  private final Optional<Origin> origin;
  private final NodeCode code;
  private final List<Feed> feeds;
  private final Start start;
  private final List<StepCode> steps;
  private final List<HypothesisCode> hypotheses;
  private final NodeValues values;

  ExperimentNode(
      String name,
      Optional<Origin> origin,
      NodeCode code,
      List<Feed> feeds,
      Start start,
      List<StepCode> steps,
      List<HypothesisCode> hypotheses,
      NodeValues values) {
    this.name = name;
    this.origin = origin;
    this.code = code;
    this.feeds = List.copyOf(feeds);
    this.start = start;
    this.steps = List.copyOf(steps);
    this.hypotheses = List.copyOf(hypotheses);
    this.values = values;
  }

  /**
   * Begins a node. Generated graphs are built with it, and it serves as well for nodes made by
   * hand: then the class that calls this counts, whole, as the node's code, and no task is reused
   * after it or what it uses has changed.
   *
   * @param name the experiment's name
   * @return a builder
   * @throws IllegalArgumentException if the name cannot be one, with the reason
   */
  public static Builder builder(String name) {
    return new Builder(name, NodeCode.caller(Set.of(ExperimentNode.class)));
  }

  /**
   * The experiment's name.
   *
   * @return the declared name
   */
  public String name() {
    return name;
  }

  /**
   * A file that a step of this experiment writes, as an input of another one that reads it by
   * itself.
   *
   * @param step the step's name, or that of its folder: {@code produce_summary} or {@code
   *     Produce_SummaryStep}
   * @param fileName the file's name
   * @return the input
   * @throws IllegalArgumentException if no step of that name writes such a file, with what there is
   */
  public Input<Path> artifactInput(String step, String fileName) {
    String alias = new StepOutputs(name, steps).alias(step, fileName);
    return Input.of(() -> this, alias, ArtifactLoader.file(file -> file));
  }

  /**
   * A copy of this node that reads other inputs. This node is not changed.
   *
   * <p>An input must be of the type that its readers expect. Nobody can check that here: a task
   * that is given another type fails, and says what it expected of which input.
   *
   * @param input inputs by alias; those of this node's other aliases stay
   * @return the copy
   * @throws IllegalArgumentException if no step can read such an alias, with the nearest one: a
   *     compiled node has none, and one by hand does not start with its inputs
   */
  @CheckReturnValue
  public ExperimentNode withInput(ExperimentInput input) {
    return new ExperimentNode(
        name, origin, code, OtherInputs.of(this, input), start, steps, hypotheses, values);
  }

  /** The same code with other values. */
  ExperimentNode with(
      List<Feed> newFeeds,
      List<StepCode> newSteps,
      List<HypothesisCode> newHypotheses,
      NodeValues newValues) {
    return new ExperimentNode(
        name, origin, code, newFeeds, start, newSteps, newHypotheses, newValues);
  }

  Optional<Origin> origin() {
    return origin;
  }

  NodeCode code() {
    return code;
  }

  List<Feed> feeds() {
    return feeds;
  }

  Start start() {
    return start;
  }

  List<StepCode> steps() {
    return steps;
  }

  List<HypothesisCode> hypotheses() {
    return hypotheses;
  }

  NodeValues values() {
    return values;
  }

  @Override
  public String toString() {
    return name;
  }

  /** Builds a node. */
  public static final class Builder extends NodeSettings<Builder> {

    private Builder(String name, Optional<Class<?>> caller) {
      super(new NodeParts(name, new NodeCode(caller.orElse(ExperimentNode.class), false)));
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Says that the compiler wrote this node, from which configuration.
     *
     * @param format the version of the generated code
     * @param folder the experiment's folder
     * @param wiringDigest SHA-256 of the wiring, in hexadecimal
     * @param resources opens a class path resource, or gives null
     * @return this builder
     * @throws IllegalStateException if this runtime does not know the version, with the remedy
     */
    public Builder compiled(
        int format,
        String folder,
        String wiringDigest,
        Function<String, @Nullable InputStream> resources) {
      parts.compiled(format, new Origin(folder, wiringDigest, Optional.of(resources)));
      return this;
    }

    /**
     * Says which writer and loader an output of a compiled node names, so that a configuration that
     * names others is not run with these.
     *
     * @param alias the output's alias
     * @param writer the name of its writer; empty if it names none
     * @param loader the name of its loader; empty if it names none
     * @return this builder
     * @throws IllegalStateException if the compiler did not write this node
     */
    public Builder format(String alias, String writer, String loader) {
      parts.format(alias, new Origin.Format(writer, loader));
      return this;
    }

    /**
     * Says where all code of a compiled node is listed, that which its configuration did not name
     * included. Asked only by {@link ExperimentGraph#fromYaml}.
     *
     * @param code lists the code
     * @return this builder
     * @throws IllegalStateException if the compiler did not write this node
     */
    public Builder catalog(Consumer<CodeCatalog> code) {
      parts.catalog(code);
      return this;
    }

    /**
     * Says that the compiler wrote this node, from a configuration that stands in the code, so that
     * there is no file to look at when it runs.
     *
     * @param format the version of the generated code
     * @param folder the experiment's name in place of a folder
     * @param wiringDigest SHA-256 of the wiring, in hexadecimal
     * @return this builder
     * @throws IllegalStateException if this runtime does not know the version, with the remedy
     */
    public Builder compiled(int format, String folder, String wiringDigest) {
      parts.compiled(format, new Origin(folder, wiringDigest, Optional.empty()));
      return this;
    }

    /**
     * Adds a datasource of this experiment.
     *
     * @param alias the name by which steps read it
     * @param name the datasource's name
     * @param source declares what it needs and returns its body
     * @param <T> what it provides
     * @return what to ask the {@link Context} for
     * @throws IllegalArgumentException if the alias is taken
     */
    public <T> Slot<T> dataSource(
        String alias, String name, Function<StepSpec, SourceBody<T>> source) {
      StepSpec spec = new StepSpec();
      SourceBody<T> body = source.apply(spec);
      parts.feed(new Feed.Own(alias, name, Declaration.of(spec), body));
      return Slot.source(alias);
    }

    /**
     * Adds an input from another experiment.
     *
     * @param alias the name by which steps read it
     * @param input the other experiment's output
     * @param <T> what its loader gives
     * @return what to ask the {@link Context} for
     * @throws IllegalArgumentException if the alias is taken
     */
    public <T> Slot<T> input(String alias, Input<T> input) {
      parts.feed(new Feed.Upstream(alias, input));
      return Slot.source(alias);
    }

    /**
     * Begins the pipeline with no data.
     *
     * @return the place before the first step
     * @throws IllegalStateException if the pipeline was begun before
     */
    public Stage<Void> start() {
      parts.start(Start.NOTHING);
      return new Stage<>(this, 0);
    }

    /**
     * Begins the pipeline with the value of a datasource.
     *
     * @param source what {@link #dataSource} or {@link #input} returned
     * @param <T> the type of its value
     * @return the place before the first step
     * @throws IllegalStateException if the pipeline was begun before
     */
    public <T> Stage<T> startWith(Slot<T> source) {
      parts.start(Start.with(source.name()));
      return new Stage<>(this, 0);
    }

    /**
     * Begins the pipeline with an unmodifiable map of all datasources and inputs by alias. Each is
     * loaded when it is asked for.
     *
     * @return the place before the first step
     * @throws IllegalStateException if the pipeline was begun before
     */
    public Stage<Map<String, Object>> startWithInputs() {
      parts.start(Start.ALL);
      return new Stage<>(this, 0);
    }

    void append(int position, String step, Function<StepSpec, StepBody<Object, Object>> factory) {
      parts.step(position, step, factory);
    }

    /**
     * Adds a step at the end of the pipeline that only records a metric, whatever the data are.
     *
     * @param name the metric's name, which is also the step's
     * @param metric measures
     * @return this builder
     */
    public Builder metric(String name, MetricBody metric) {
      parts.metric(name, metric);
      return this;
    }

    /**
     * Adds a hypothesis, which compares each treatment with the baseline. Its p-values are
     * corrected for the number of tests by Holm's method.
     *
     * @param name its name
     * @param verifier the verifier's name, by which its random numbers are drawn
     * @param metricGroups the metrics of each call of the verifier; none for one call with all
     *     metrics
     * @param verify declares the verifier's parameters and returns its body
     * @return this builder
     */
    public Builder hypothesis(
        String name,
        String verifier,
        List<List<String>> metricGroups,
        Function<StepSpec, VerifierBody> verify) {
      return hypothesis(name, verifier, metricGroups, Correction.HOLM, verify);
    }

    /**
     * Adds a hypothesis and says how its p-values are corrected.
     *
     * @param name its name
     * @param verifier the verifier's name, by which its random numbers are drawn
     * @param metricGroups the metrics of each call of the verifier; none for one call with all
     *     metrics
     * @param correction how p-values are corrected for the number of tests
     * @param verify declares the verifier's parameters and returns its body
     * @return this builder
     */
    public Builder hypothesis(
        String name,
        String verifier,
        List<List<String>> metricGroups,
        Correction correction,
        Function<StepSpec, VerifierBody> verify) {
      StepSpec spec = new StepSpec();
      VerifierBody body = verify.apply(spec);
      List<List<String>> groups = metricGroups.stream().<List<String>>map(List::copyOf).toList();
      parts.hypothesis(
          new HypothesisCode(
              name, verifier, groups, correction, Declaration.of(spec), body, spec.ranker()));
      return this;
    }

    /**
     * Ends the node.
     *
     * @return the node
     * @throws IllegalStateException if it has no step, or two steps write one output or file
     */
    public ExperimentNode build() {
      return parts.build();
    }

    /**
     * Builds the node and runs it with all it depends on, with the default options.
     *
     * @return its own result
     * @throws RunFailedException if a task failed
     */
    public Result run() {
      return run(RunOptions.defaults());
    }

    /**
     * Builds the node and runs it with all it depends on.
     *
     * @param options how
     * @return its own result
     * @throws RunFailedException if a task failed, unless the options say to return
     */
    public Result run(RunOptions options) {
      ExperimentNode node = build();
      return ExperimentGraph.of(node).run(options).get(node.name());
    }
  }
}
