package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * A {@code config.yaml} as far as it could be read. What is absent is empty.
 *
 * @param folder the folder of the experiment, by which it is always known
 * @param declaredName {@code name}, if it is given
 * @param description a text for people
 * @param replicates how often each condition is run; at least 1
 * @param seed what all random numbers derive from
 * @param datasource where the data come from, in order; given and empty differs from absent
 * @param steps the pipeline in order; absent means every step of the class
 * @param outputs the artifacts it writes
 * @param treatments its variations, {@code baseline} among them if it is given; those of the sweep
 *     stand last
 * @param sweep parameters whose combinations expand to treatments
 * @param hypotheses what is tested at the end
 * @param failures rules for failing tasks
 * @param cli how it is shown in lists
 */
public record ExperimentConfig(
    String folder,
    Optional<Located<String>> declaredName,
    Optional<Located<String>> description,
    Optional<Located<Integer>> replicates,
    Optional<Located<Long>> seed,
    Optional<Located<List<DataSourceConfig>>> datasource,
    Optional<Located<List<StepConfig>>> steps,
    List<OutputConfig> outputs,
    List<TreatmentConfig> treatments,
    List<SweepAxis> sweep,
    List<HypothesisConfig> hypotheses,
    FailureConfig failures,
    CliConfig cli) {

  /** Copies the lists. */
  public ExperimentConfig {
    datasource = datasource.map(ExperimentConfig::copied);
    steps = steps.map(ExperimentConfig::copied);
    outputs = List.copyOf(outputs);
    treatments = List.copyOf(treatments);
    sweep = List.copyOf(sweep);
    hypotheses = List.copyOf(hypotheses);
  }

  private static <T> Located<List<T>> copied(Located<List<T>> list) {
    return new Located<>(List.copyOf(list.value()), list.place());
  }

  /** Returns a configuration that states nothing. */
  public static ExperimentConfig empty(String folder) {
    return new ExperimentConfig(
        folder,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        FailureConfig.NONE,
        CliConfig.NONE);
  }

  ExperimentConfig withTreatments(List<TreatmentConfig> all) {
    return new ExperimentConfig(
        folder,
        declaredName,
        description,
        replicates,
        seed,
        datasource,
        steps,
        outputs,
        all,
        sweep,
        hypotheses,
        failures,
        cli);
  }

  /** Returns the name the experiment is known by: the declared one, else the folder. */
  public String name() {
    return declaredName.map(Located::value).orElse(folder);
  }
}
