package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MetricModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.VerifierMethod;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.HypothesisConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Writes {@code hypotheses}: the verifiers, each with its parameters, and the known metrics. */
final class SchemaHypothesisGenerator {

  private final ExperimentModel experiment;
  private final SchemaTypeGenerator types;
  private final List<VerifierMethod> verifiers;

  /**
   * Makes a generator.
   *
   * @param library the verifiers that every experiment may name
   */
  SchemaHypothesisGenerator(
      ExperimentModel experiment, List<VerifierMethod> library, SchemaTypeGenerator types) {
    this.experiment = experiment;
    this.types = types;
    List<VerifierMethod> own = experiment.scope().verifiers();
    this.verifiers = new ArrayList<>(own);
    library.stream()
        .filter(one -> own.stream().noneMatch(mine -> hides(mine, one)))
        .forEach(verifiers::add);
    verifiers.sort(Comparator.comparing(one -> one.method().name().canonical()));
  }

  private static boolean hides(VerifierMethod own, VerifierMethod other) {
    return own.method().name().answersTo(other.method().name().canonical());
  }

  Schema hypotheses() {
    SchemaObject hypothesis =
        new SchemaObject()
            .key("verifier", verifier().described("The @Verifier that tests it."))
            .key("name", SchemaRules.anyName().described("A name for results."))
            .key("metrics", metrics().described("A metric, a group of them, or several groups."))
            .key(
                "correction",
                Schema.ANY
                    .with("enum", HypothesisConfig.CORRECTIONS)
                    .described("How p-values of several tests are corrected; holm if left out."))
            .key("params", Schema.type("object").described("Parameters of the verifier."))
            .require("verifier");
    verifiers.forEach(verifier -> hypothesis.condition(params(verifier)));
    return Schema.arrayOf(hypothesis.closed());
  }

  private Schema verifier() {
    List<YamlName> names = verifiers.stream().map(one -> one.method().name()).toList();
    // Where there is none, the compiler says best what is missing.
    return experiment.typesKnown() && !names.isEmpty()
        ? SchemaNames.of(names)
        : SchemaNames.suggested(names.stream().map(YamlName::canonical).toList());
  }

  private Schema metrics() {
    TreeSet<String> known = new TreeSet<>();
    experiment
        .scope()
        .steps()
        .forEach(step -> step.metrics().stream().map(MetricModel::name).forEach(known::add));
    Schema metric = types.define("metric", SchemaNames.suggested(known));
    Schema group = Schema.arrayOf(metric).with("minItems", 1);
    return Schema.anyOf(metric, group, Schema.arrayOf(group).with("minItems", 1));
  }

  /** What {@code params} may hold if the hypothesis names this verifier. */
  private Schema params(VerifierMethod verifier) {
    SchemaObject params = new SchemaObject();
    boolean namesKnown = true;
    for (ParameterModel parameter : verifier.parameters()) {
      namesKnown &= parameter.declared().nameKnown();
      if (parameter instanceof ParameterModel.Param param && param.declared().nameKnown()) {
        String type = TypePrinter.simple(param.type());
        params.key(param.declared().name(), types.of(param).described(type + "."));
      }
    }
    Schema named = SchemaNames.of(List.of(verifier.method().name()));
    return Schema.ANY
        .with(
            "if",
            Schema.ANY
                .with("properties", Map.of("verifier", named))
                .with("required", List.of("verifier")))
        .with(
            "then",
            Schema.ANY.with(
                "properties",
                Map.of("params", namesKnown ? params.closed() : params.open(Schema.ANY))));
  }
}
