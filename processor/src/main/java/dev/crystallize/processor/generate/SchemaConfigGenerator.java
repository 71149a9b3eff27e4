package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.VerifierMethod;
import java.util.List;

/**
 * Writes every key of a {@code config.yaml}, in the order in which the documentation tells them.
 */
final class SchemaConfigGenerator {

  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final SchemaSourceGenerator sources;
  private final List<VerifierMethod> library;

  /**
   * Makes a generator for all experiments of a graph.
   *
   * @param library the verifiers that every experiment may name
   */
  SchemaConfigGenerator(SchemaSourceGenerator sources, List<VerifierMethod> library) {
    this.sources = sources;
    this.library = library;
  }

  Schema config(ExperimentModel experiment) {
    SchemaTypeGenerator types = new SchemaTypeGenerator();
    Schema name = types.define("name", SchemaRules.name());
    Schema duration = types.define("duration", SchemaRules.duration());
    Schema positive = types.define("positive_duration", SchemaRules.positiveDuration());
    SchemaValueGenerator values = new SchemaValueGenerator(experiment, types);
    SchemaObject keys =
        new SchemaObject()
            .key("name", name.described("The name in data folders and results; else the folder's."))
            .key("description", Schema.type("string").described("What it is about, for people."))
            .key(
                "replicates",
                SchemaRules.count(1)
                    .described(
                        "How often everything is repeated with other random numbers; if left out,"
                            + " as often as the most repeated experiment it reads from, else"
                            + " once."))
            .key(
                "seed",
                Schema.type("integer")
                    .with("default", 0)
                    .described("Where the random numbers start."))
            .key(
                "datasource",
                sources
                    .datasource(experiment, types)
                    .described(
                        "Where the data come from: an alias for each @DataSource or"
                            + " experiment#output."))
            .key(
                "steps",
                new SchemaStepGenerator(experiment, types, duration, positive)
                    .steps()
                    .described("The @Step methods to run, in order; all of the class if left out."))
            .key(
                "outputs",
                new SchemaOutputGenerator(experiment, types, name)
                    .outputs()
                    .described("The files that steps write, for other experiments to read."));
    addVariation(keys, experiment, types, values);
    SchemaStepGenerator.addFailures(keys, duration, positive, "any step", "one attempt at a task");
    return Schema.ANY
        .with("$schema", DRAFT)
        .with("title", "config.yaml of the experiment '" + experiment.folder() + "'")
        .with("description", "With the names in " + experiment.rootName() + " as last compiled.")
        .withAll(keys.key("cli", cli()).closed())
        .with("definitions", types.definitions());
  }

  private void addVariation(
      SchemaObject keys,
      ExperimentModel experiment,
      SchemaTypeGenerator types,
      SchemaValueGenerator values) {
    Schema treatment = types.define("treatment", values.treatment());
    keys.key(
            "treatments",
            new SchemaObject()
                .key(
                    "baseline",
                    treatment.described("The values that hold where a treatment says nothing."))
                .open(treatment)
                .with("propertyNames", SchemaRules.treatmentName())
                .described("What is varied: for each treatment the values it changes."))
        .key(
            "sweep",
            values
                .sweep()
                .described(
                    "Values or ranges of parameters; every combination becomes a treatment."))
        .key(
            "hypotheses",
            new SchemaHypothesisGenerator(experiment, library, types)
                .hypotheses()
                .described("What is claimed of the treatments, each tested by a verifier."));
  }

  private static Schema cli() {
    return new SchemaObject()
        .key("group", Schema.type("string"))
        .key("priority", SchemaRules.count(Integer.MIN_VALUE))
        .key("icon", Schema.type("string"))
        .key("color", Schema.type("string"))
        .key("hidden", Schema.type("boolean"))
        .closed()
        .described("How tools show the experiment.");
  }
}
