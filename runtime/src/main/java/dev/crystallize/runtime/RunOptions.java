package dev.crystallize.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** How a graph is run. Immutable. */
public final class RunOptions {

  private static final RunOptions DEFAULTS = builder().build();

  /** Changed by nobody. */
  private final Builder values;

  private RunOptions(Builder values) {
    this.values = values;
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
    return values.copy();
  }

  Optional<List<String>> treatments() {
    return values.treatments;
  }

  OptionalInt replicates() {
    return values.replicates;
  }

  OptionalLong seed() {
    return values.seed;
  }

  int parallelism() {
    return values.parallelism;
  }

  FailurePolicy failurePolicy() {
    return values.failurePolicy;
  }

  OnFailure onFailure() {
    return values.onFailure;
  }

  Path dataDirectory() {
    return values.dataDirectory;
  }

  Optional<Path> experiments() {
    return values.experiments;
  }

  RunListener listener() {
    return values.listener;
  }

  boolean resume() {
    return values.resume;
  }

  boolean verify() {
    return values.verify;
  }

  OptionalInt keep() {
    return values.keep;
  }

  Set<Change> accepted() {
    return values.accepted;
  }

  boolean check() {
    return values.check;
  }

  List<RunSetting> settings() {
    return List.copyOf(values.settings);
  }

  Map<Class<?>, Object> resources() {
    return Collections.unmodifiableMap(values.resources);
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
    private boolean resume;
    private boolean verify;
    private OptionalInt keep = OptionalInt.empty();
    private Set<Change> accepted = Set.of();
    private boolean check;
    private final List<RunSetting> settings = new ArrayList<>();
    private final Map<Class<?>, Object> resources = new LinkedHashMap<>();

    private Builder() {}

    private Builder copy() {
      Builder copy = new Builder();
      copy.treatments = treatments;
      copy.replicates = replicates;
      copy.seed = seed;
      copy.parallelism = parallelism;
      copy.failurePolicy = failurePolicy;
      copy.onFailure = onFailure;
      copy.dataDirectory = dataDirectory;
      copy.experiments = experiments;
      copy.listener = listener;
      copy.resume = resume;
      copy.verify = verify;
      copy.keep = keep;
      copy.accepted = accepted;
      copy.check = check;
      copy.settings.addAll(settings);
      copy.resources.putAll(resources);
      return copy;
    }

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
     * @param observer the listener; it takes the place of one that was given before
     * @return this builder
     */
    public Builder listener(RunListener observer) {
      listener = observer;
      return this;
    }

    /**
     * Runs only the tasks that no earlier run has committed with the same code, values and inputs.
     * Default: everything runs, into new versions.
     *
     * @param whether whether to reuse what there is
     * @return this builder
     */
    public Builder resume(boolean whether) {
      resume = whether;
      return this;
    }

    /**
     * Reads and hashes every artifact before it is reused. Default: only those whose size or time
     * of modification is not as it was written. Of no effect unless the run resumes.
     *
     * @param whether whether to hash all
     * @return this builder
     */
    public Builder verify(boolean whether) {
      verify = whether;
      return this;
    }

    /**
     * Deletes old versions at the end of a run without failures, unless another run uses the data
     * folder. Default: nothing is deleted.
     *
     * @param versions how many complete versions of each experiment stay, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder keep(int versions) {
      keep = OptionalInt.of(atLeastOne("keep", versions));
      return this;
    }

    /**
     * Reuses tasks that differ in nothing else, when the run resumes. Default: every change counts.
     *
     * @param changes the changes that are harmless
     * @return this builder
     */
    public Builder accept(Set<Change> changes) {
      accepted = Set.copyOf(changes);
      return this;
    }

    /**
     * Gives a parameter another value for this run alone: in the baseline, and in the steps that
     * fix it. A treatment that changes the parameter still does. The results are those of no
     * configuration, so that other runs do not take them for it.
     *
     * @param key the experiment's name and the parameter's, such as {@code consumer.learning_rate}
     * @param value a text, number, truth value, list or map
     * @return this builder
     * @throws IllegalArgumentException if the key has no dot, or the value is nothing that a
     *     configuration can hold
     */
    public Builder set(String key, Object value) {
      settings.add(RunSetting.of(key, value));
      return this;
    }

    /**
     * Like {@link #set(String, Object)}, as it stands on a command line.
     *
     * @param setting experiment, parameter and a value in YAML, such as {@code
     *     consumer.learning_rate=0.3}
     * @return this builder
     * @throws IllegalArgumentException if it does not have this form
     */
    public Builder set(String setting) {
      settings.add(RunSetting.parse(setting));
      return this;
    }

    /**
     * Runs every task twice and compares what it gives, bit by bit; the second result is dropped. A
     * run in which anything differs is not successful, and says what. Default: once.
     *
     * @param whether whether to run every task twice
     * @return this builder
     */
    public Builder check(boolean whether) {
      check = whether;
      return this;
    }

    /**
     * Puts an object in the place of a resource: a fake for a test, or a bean of a container. It is
     * not closed. Tasks that used it are reused only with an object of the same class in its place.
     *
     * @param type the type that the resource's method returns or, if there is no such resource, one
     *     that only one of them extends; a run in which that is none or several is refused with
     *     {@link IllegalArgumentException}
     * @param instance the object, safe for use by several tasks at once
     * @return this builder
     */
    public <T> Builder resource(Class<T> type, T instance) {
      resources.put(type, type.cast(instance));
      return this;
    }

    /**
     * Ends the options.
     *
     * @return the options
     * @throws IllegalArgumentException if the run is to check every task and to resume, which would
     *     leave tasks out
     */
    public RunOptions build() {
      if (check && resume) {
        throw new IllegalArgumentException(
            "a run that checks every task does not resume: tasks that are reused would not run");
      }
      return new RunOptions(copy());
    }

    private static int atLeastOne(String what, int number) {
      if (number < 1) {
        throw new IllegalArgumentException(what + " must be at least 1, not " + number);
      }
      return number;
    }
  }
}
