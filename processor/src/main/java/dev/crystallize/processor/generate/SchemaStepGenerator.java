package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.processor.report.TypePrinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes {@code steps}: the steps in scope, by name or as a map of their parameters. */
final class SchemaStepGenerator {

  private final ExperimentModel experiment;
  private final SchemaTypeGenerator types;
  private final Schema duration;
  private final Schema positiveDuration;

  SchemaStepGenerator(
      ExperimentModel experiment,
      SchemaTypeGenerator types,
      Schema duration,
      Schema positiveDuration) {
    this.experiment = experiment;
    this.types = types;
    this.duration = duration;
    this.positiveDuration = positiveDuration;
  }

  Schema steps() {
    List<StepMethod> steps = new ArrayList<>(experiment.scope().steps());
    steps.sort(Comparator.comparing(StepMethod::name));
    List<Schema> forms = new ArrayList<>();
    if (!steps.isEmpty()) {
      forms.add(SchemaNames.of(steps.stream().map(step -> step.method().name()).toList()));
      SchemaObject maps = new SchemaObject();
      steps.forEach(step -> maps.key(step.method().name(), parameters(step)));
      forms.add(onlyOne(maps.closed()));
    }
    if (!experiment.typesKnown()) {
      forms.add(SchemaRules.anyName());
      forms.add(onlyOne(new SchemaObject().open(Schema.ANY)));
    }
    return Schema.arrayOf(Schema.anyOf(forms)).with("minItems", 1);
  }

  private static Schema onlyOne(Schema map) {
    return map.with("minProperties", 1).with("maxProperties", 1);
  }

  private Schema parameters(StepMethod step) {
    SchemaObject map = new SchemaObject();
    boolean namesKnown = true;
    for (ParameterModel parameter : step.parameters()) {
      YamlName name = parameter.declared().name();
      namesKnown &= parameter.declared().nameKnown();
      if (!parameter.declared().nameKnown()) {
        continue;
      }
      if (parameter instanceof ParameterModel.Param param) {
        map.key(name, types.of(param).described(TypePrinter.simple(param.type()) + "."));
      } else if (parameter instanceof ParameterModel.Input) {
        map.key(name, alias("input", "datasource", name));
      } else if (parameter instanceof ParameterModel.OutputHandle) {
        map.key(name, alias("output", "outputs", name));
      }
    }
    step.artifact().ifPresent(name -> map.key(name, alias("output", "outputs", name)));
    addFailures(map, duration, positiveDuration, "this step", "this step");
    Schema values = namesKnown && experiment.typesKnown() ? map.closed() : map.open(Schema.ANY);
    return values.orNull().described(display(step.method()));
  }

  private static Schema alias(String what, String key, YamlName name) {
    return SchemaRules.anyName()
        .described(
            "The "
                + what
                + " '"
                + name.canonical()
                + "': another alias under '"
                + key
                + "' to use instead.");
  }

  private static String display(MethodModel method) {
    return "Parameters of " + method.display() + ", for this use of the step alone.";
  }

  /**
   * Adds what to do when the whole experiment or one step fails.
   *
   * @param owner whose failures are meant
   * @param limited what the timeout limits
   */
  static void addFailures(
      SchemaObject map, Schema duration, Schema positiveDuration, String owner, String limited) {
    map.key(
            "retries",
            SchemaRules.count(0)
                .described("How often a task is repeated after a failure of " + owner + "."))
        .key(
            "backoff",
            duration.described(
                "How long to wait before a task is repeated; twice as long each further time."))
        .key(
            "timeout",
            positiveDuration.described(
                "How long "
                    + limited
                    + " may take, such as 500ms, 30s, 5m or 2h; a number is seconds."));
  }
}
