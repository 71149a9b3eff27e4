package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatMethod;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Scope;
import dev.crystallize.processor.model.StepMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@code outputs}: the aliases that steps write, their files, writers and loaders. */
final class SchemaOutputGenerator {

  private static final List<String> BUILT_IN = List.of("bytes", "json", "text");

  private final ExperimentModel experiment;
  private final SchemaTypeGenerator types;
  private final Schema name;

  SchemaOutputGenerator(ExperimentModel experiment, SchemaTypeGenerator types, Schema name) {
    this.experiment = experiment;
    this.types = types;
    this.name = name;
  }

  Schema outputs() {
    Schema output = types.define("output", Schema.anyOf(name, details()));
    SchemaObject object = new SchemaObject();
    aliases(experiment.scope())
        .forEach((alias, step) -> object.key(alias, output.described("Written by " + step + ".")));
    return object.open(output).with("propertyNames", name);
  }

  private Schema details() {
    Scope scope = experiment.scope();
    return new SchemaObject()
        .key("file_name", name.described("The file; the alias if it is left out."))
        .key(
            "writer",
            method(scope.writers().stream().map(FormatMethod::method).toList())
                .described("The @Writer; found by type if it is left out."))
        .key(
            "loader",
            method(scope.loaders().stream().map(FormatMethod::method).toList())
                .described("The @Loader; found by type if it is left out."))
        .key(
            "kind",
            Schema.anyOf(
                    Schema.ANY.with("enum", List.of("file")).described("The default."),
                    Schema.ANY
                        .with("enum", List.of("directory"))
                        .described("A whole folder, written and read by methods that take a Path."))
                .described("What the output is."))
        .closed();
  }

  private Schema method(List<MethodModel> methods) {
    List<String> canonical = new ArrayList<>(BUILT_IN);
    List<String> java = new ArrayList<>();
    for (MethodModel method : methods) {
      canonical.add(method.name().canonical());
      if (method.name().explicit().isEmpty()) {
        java.add(method.javaName());
      }
    }
    return experiment.typesKnown()
        ? SchemaNames.of(canonical, java)
        : SchemaNames.suggested(canonical);
  }

  /** The canonical aliases, each with the first step that writes it. */
  private static Map<String, String> aliases(Scope scope) {
    Map<String, String> aliases = new TreeMap<>();
    for (StepMethod step : scope.steps()) {
      String display = step.method().display();
      for (ParameterModel.OutputHandle output :
          step.parameters(ParameterModel.OutputHandle.class)) {
        if (output.declared().nameKnown()) {
          aliases.merge(
              output.declared().name().canonical(), display, SchemaOutputGenerator::first);
        }
      }
      step.artifact()
          .ifPresent(
              alias -> aliases.merge(alias.canonical(), display, SchemaOutputGenerator::first));
    }
    return aliases;
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
