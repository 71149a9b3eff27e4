package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.Resolution;
import dev.crystallize.processor.model.StepMethod;
import dev.crystallize.processor.model.StepModel.Binding;
import dev.crystallize.processor.model.YamlName;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds what the map of a step in YAML sets, and the aliases its parameters stand for. */
final class StepLinker {

  private final Aliases inputs;
  private final Aliases outputs;

  StepLinker(Aliases inputs, Aliases outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /**
   * The aliases of an experiment's datasources or outputs.
   *
   * @param complete whether all are known
   */
  record Aliases(List<String> names, boolean complete) {

    Resolution<String> resolve(YamlName name) {
      List<String> found = names.stream().filter(name::answersTo).toList();
      if (found.size() == 1) {
        return new Resolution.Found<>(found.get(0));
      }
      return found.isEmpty()
          ? missing(name.canonical())
          : new Resolution.Ambiguous<>(name.java(), found);
    }

    Resolution<String> exact(String alias) {
      return names.contains(alias) ? new Resolution.Found<>(alias) : missing(alias);
    }

    private Resolution<String> missing(String alias) {
      return complete ? new Resolution.Unknown<>(alias, names) : new Resolution.Silent<>();
    }
  }

  /** What one entry of {@code steps} binds. */
  record Links(
      Map<Integer, Binding> inputs,
      Map<Integer, Binding> outputs,
      Optional<Binding> artifact,
      Map<Integer, Setting> fixed,
      List<Setting> unknown) {}

  Links link(StepMethod step, List<Setting> settings) {
    List<Setting> rest = new ArrayList<>(settings);
    Map<Integer, Setting> fixed = takeParams(step.parameters(), rest);
    Map<Integer, Binding> reads = new HashMap<>();
    for (ParameterModel.Input input : step.parameters(ParameterModel.Input.class)) {
      reads.put(input.position(), bind(input.declared(), inputs, rest));
    }
    Map<Integer, Binding> writes = new HashMap<>();
    for (ParameterModel.OutputHandle output : step.parameters(ParameterModel.OutputHandle.class)) {
      writes.put(output.position(), bind(output.declared(), outputs, rest));
    }
    Optional<Binding> artifact = step.artifact().map(name -> bind(name, true, outputs, rest));
    return new Links(reads, writes, artifact, fixed, rest);
  }

  /** Takes the settings of parameters out of a list, by the positions of the parameters. */
  static Map<Integer, Setting> takeParams(List<ParameterModel> parameters, List<Setting> settings) {
    Map<Integer, Setting> fixed = new HashMap<>();
    for (ParameterModel parameter : parameters) {
      if (parameter instanceof ParameterModel.Param) {
        take(parameter.declared().name(), parameter.declared().nameKnown(), settings)
            .ifPresent(setting -> fixed.put(parameter.position(), setting));
      }
    }
    return fixed;
  }

  private static Binding bind(
      ParameterModel.Declared declared, Aliases aliases, List<Setting> settings) {
    return bind(declared.name(), declared.nameKnown(), aliases, settings);
  }

  private static Binding bind(
      YamlName name, boolean nameKnown, Aliases aliases, List<Setting> settings) {
    Optional<Setting> setting = take(name, nameKnown, settings);
    if (setting.isPresent()) {
      Located<String> alias = textOf(setting.get().value());
      return new Binding(aliases.exact(alias.value()), Optional.of(alias));
    }
    return new Binding(
        nameKnown ? aliases.resolve(name) : new Resolution.Silent<>(), Optional.empty());
  }

  private static Located<String> textOf(Value value) {
    return new Located<>(
        value instanceof Value.Text text ? text.text() : String.valueOf(value.toJava()),
        value.place());
  }

  private static Optional<Setting> take(YamlName name, boolean nameKnown, List<Setting> settings) {
    if (!nameKnown) {
      return Optional.empty();
    }
    Optional<Setting> found =
        settings.stream().filter(setting -> name.answersTo(setting.key().value())).findFirst();
    found.ifPresent(settings::remove);
    return found;
  }
}
