package dev.crystallize.runtime;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One experiment, ready to run: its code, the values it was compiled with, and what it reads from
 * which other experiments.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ExperimentNode {

  /**
   * Begins a node. Generated graphs are built with it, and it serves as well for nodes made by hand.
   *
   * @param name the experiment's name
   * @return a builder
   * @throws IllegalArgumentException if the name cannot be one, with the reason
   */
  public static Builder builder(String name) {
    throw new UnsupportedOperationException();
  }

  /** The experiment's name. */
  public String name() {
    throw new UnsupportedOperationException();
  }

  /** The file that a step of this experiment writes, as an input of another one. */
  public Input<Path> artifactInput(String step, String fileName) {
    throw new UnsupportedOperationException();
  }

  /** A copy that reads these inputs instead. */
  public ExperimentNode withInput(ExperimentInput input) {
    throw new UnsupportedOperationException();
  }

  /** Builds a node. */
  public static final class Builder {

    /** Says that the compiler wrote this node, from which configuration. */
    public Builder compiled(
        int format, String folder, String wiringDigest, Function<String, InputStream> resources) {
      throw new UnsupportedOperationException();
    }

    public Builder description(String text) {
      throw new UnsupportedOperationException();
    }

    public Builder replicates(int count) {
      throw new UnsupportedOperationException();
    }

    public Builder seed(long seed) {
      throw new UnsupportedOperationException();
    }

    /** Values of the baseline, which treatments inherit. */
    public Builder baseline(Map<String, ?> values) {
      throw new UnsupportedOperationException();
    }

    public Builder treatment(String name, Map<String, ?> values) {
      throw new UnsupportedOperationException();
    }

    /** A datasource. */
    public <T> Slot<T> dataSource(String alias, String name, Function<StepSpec, SourceBody<T>> source) {
      throw new UnsupportedOperationException();
    }

    /** An input from another experiment. */
    public <T> Slot<T> input(String alias, Input<T> input) {
      throw new UnsupportedOperationException();
    }

    /** The pipeline starts with no data. */
    public Stage<Void> start() {
      throw new UnsupportedOperationException();
    }

    /** The pipeline starts with the value of the only datasource. */
    public <T> Stage<T> startWith(Slot<T> source) {
      throw new UnsupportedOperationException();
    }

    /** The pipeline starts with all datasources and inputs by alias, each loaded when asked for. */
    public Stage<Map<String, Object>> startWithInputs() {
      throw new UnsupportedOperationException();
    }

    /** A hypothesis. */
    public Builder hypothesis(
        String name,
        String verifier,
        List<List<String>> metricGroups,
        Function<StepSpec, VerifierBody> verify) {
      throw new UnsupportedOperationException();
    }

    /** A step that only records a metric. */
    public Builder metric(String name, MetricBody metric) {
      throw new UnsupportedOperationException();
    }

    public ExperimentNode build() {
      throw new UnsupportedOperationException();
    }

    public Result run() {
      throw new UnsupportedOperationException();
    }
  }
}
