package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code generated-name-clash}: two outputs or treatments whose constants would have one name. */
final class GeneratedNameClashValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    check(
        experiment,
        "output",
        experiment.outputs().stream().map(output -> output.config().alias()).toList(),
        experiment.generatedName(),
        diagnostics);
    check(
        experiment,
        "treatment",
        experiment.treatments().stream().map(treatment -> treatment.name()).toList(),
        experiment.generatedName() + ".Treatments",
        diagnostics);
  }

  private static void check(
      ExperimentModel experiment,
      String noun,
      List<Located<String>> names,
      String type,
      Diagnostics diagnostics) {
    Map<String, String> byConstant = new LinkedHashMap<>();
    for (Located<String> name : names) {
      String constant = constant(name.value());
      String other = byConstant.putIfAbsent(constant, name.value());
      if (other != null && !other.equalsIgnoreCase(name.value())) {
        diagnostics.report(
            experiment,
            name.place(),
            Diagnostic.of(
                experiment.folder(),
                Message.GENERATED_NAME_CLASH,
                "the " + noun + " '" + other + "'",
                "the " + noun + " '" + name.value() + "'",
                constant,
                type));
      }
    }
  }

  /** The name in upper snake case, with what a Java name cannot hold as underscores. */
  private static String constant(String name) {
    StringBuilder constant = new StringBuilder();
    SnakeCase.of(name)
        .codePoints()
        .map(c -> Character.isJavaIdentifierPart(c) ? c : '_')
        .forEach(constant::appendCodePoint);
    return constant.toString().toUpperCase(Locale.ROOT);
  }
}
