package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How a graph is run. Immutable. */
public final class RunOptions {

  private static final RunOptions DEFAULTS = builder().build();

  private final Optional<List<String>> treatments;
  private final OptionalInt replicates;
  private final OptionalLong seed;
  private final int parallelism;
  private final FailurePolicy failurePolicy;
  private final OnFailure onFailure;
  private final Path dataDirectory;
  private final Optional<Path> experiments;
  private final RunListener listener;

  private RunOptions(Builder builder) {
    this.treatments = builder.treatments;
    this.replicates = builder.replicates;
    this.seed = builder.seed;
    this.parallelism = builder.parallelism;
    this.failurePolicy = builder.failurePolicy;
    this.onFailure = builder.onFailure;
    this.dataDirectory = builder.dataDirectory;
    this.experiments = builder.experiments;
    this.listener = builder.listener;
  }

  /**
   * Everything as it is configured: all treatments, as many tasks at once as there are processors,
   * data in the folder {@code data} of the working directory.
   *
   * @return the options
   */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Begins options.
   *
   * @return a builder that holds the defaults
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * These options as the start of others.
   *
   * @return a builder that holds the same
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.treatments = treatments;
    builder.replicates = replicates;
    builder.seed = seed;
    builder.parallelism = parallelism;
    builder.failurePolicy = failurePolicy;
    builder.onFailure = onFailure;
    builder.dataDirectory = dataDirectory;
    builder.experiments = experiments;
    builder.listener = listener;
    return builder;
  }

  /** The options by the names they have on the command line, those that were left out aside. */
  Map<String, String> described() {
    Map<String, String> options = new LinkedHashMap<>();
    treatments.ifPresent(names -> options.put("treatment", String.join(",", names)));
    replicates.ifPresent(count -> options.put("replicates", Integer.toString(count)));
    seed.ifPresent(number -> options.put("seed", Long.toString(number)));
    options.put("parallelism", Integer.toString(parallelism));
    options.put("fail-fast", Boolean.toString(failurePolicy == FailurePolicy.FAIL_FAST));
    options.put("data", dataDirectory.toString());
    experiments.ifPresent(folder -> options.put("experiments", folder.toString()));
    return options;
  }

  Optional<List<String>> treatments() {
    return treatments;
  }

  OptionalInt replicates() {
    return replicates;
  }

  OptionalLong seed() {
    return seed;
  }

  int parallelism() {
    return parallelism;
  }

  FailurePolicy failurePolicy() {
    return failurePolicy;
  }

  OnFailure onFailure() {
    return onFailure;
  }

  Path dataDirectory() {
    return dataDirectory;
  }

  Optional<Path> experiments() {
    return experiments;
  }

  RunListener listener() {
    return listener;
  }

  /** Collects options. */
  public static final class Builder {

    private Optional<List<String>> treatments = Optional.empty();
    private OptionalInt replicates = OptionalInt.empty();
    private OptionalLong seed = OptionalLong.empty();
    private int parallelism = Runtime.getRuntime().availableProcessors();
    private FailurePolicy failurePolicy = FailurePolicy.CONTINUE;
    private OnFailure onFailure = OnFailure.THROW;
    private Path dataDirectory = Path.of("data");
    private Optional<Path> experiments = Optional.empty();
    private RunListener listener = RunListener.NONE;

    private Builder() {}

    /**
     * Runs only some treatments; {@code baseline} always runs. Default: all.
     *
     * @param names treatments that experiments of the graph define, or {@code baseline}
     * @return this builder
     */
    public Builder treatments(String... names) {
      return treatments(List.of(names));
    }

    /**
     * Runs only some treatments; {@code baseline} always runs. Default: all.
     *
     * @param names treatments that experiments of the graph define, or {@code baseline}
     * @return this builder
     */
    public Builder treatments(List<String> names) {
      treatments = Optional.of(List.copyOf(names));
      return this;
    }

    /**
     * Replaces every number of replicates but a declared 1.
     *
     * @param count at least 1
     * @return this builder
     * @throws IllegalArgumentException if the count is below 1
     */
    public Builder replicates(int count) {
      replicates = OptionalInt.of(atLeastOne("replicates", count));
      return this;
    }

    /**
     * Replaces the seeds of all experiments.
     *
     * @param number any number
     * @return this builder
     */
    public Builder seed(long number) {
      seed = OptionalLong.of(number);
      return this;
    }

    /**
     * How many tasks run at once. It changes no result. Default: the number of processors.
     *
     * @param tasks at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder parallelism(int tasks) {
      parallelism = atLeastOne("parallelism", tasks);
      return this;
    }

    /**
     * What the rest of the run does when a task fails. Default: {@link FailurePolicy#CONTINUE}.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder failurePolicy(FailurePolicy policy) {
      failurePolicy = policy;
      return this;
    }

    /**
     * What happens at the end of a run with failures. Default: {@link OnFailure#THROW}.
     *
     * @param what throw or return
     * @return this builder
     */
    public Builder onFailure(OnFailure what) {
      onFailure = what;
      return this;
    }

    /**
     * The folder that holds the data of all experiments. Default: {@code data} in the working
     * directory.
     *
     * @param folder the folder, made if absent
     * @return this builder
     */
    public Builder dataDirectory(Path folder) {
      dataDirectory = folder;
      return this;
    }

    /**
     * The folder that holds {@code <name>/config.yaml}. Default: the files beside the generated
     * classes.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder experiments(Path folder) {
      experiments = Optional.of(folder);
      return this;
    }

    /**
     * Who is told what happens. Default: nobody.
     *
     * @param observer the listener
     * @return this builder
     */
    public Builder listener(RunListener observer) {
      listener = observer;
      return this;
    }

    /**
     * Ends the options.
     *
     * @return the options
     */
    public RunOptions build() {
      return new RunOptions(this);
    }

    private static int atLeastOne(String what, int number) {
      if (number < 1) {
        throw new IllegalArgumentException(what + " must be at least 1, not " + number);
      }
      return number;
    }
  }
}
