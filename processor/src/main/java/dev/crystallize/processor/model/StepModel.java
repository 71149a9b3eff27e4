package dev.crystallize.processor.model;

import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.StepConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step in the pipeline of an experiment.
 *
 * @param config its entry in YAML; empty if YAML lists no steps
 * @param method the method
 * @param occurrence how often the same step stands before it in the pipeline
 * @param inputs for the position of each {@link ParameterModel.Input} the alias it reads
 * @param outputs for the position of each {@link ParameterModel.OutputHandle} the alias it writes
 * @param artifact the alias to which the returned value is written, if it is
 * @param fixed for the position of each {@link ParameterModel.Param} that the step's own map sets,
 *     that setting
 * @param unknownSettings what the step's own map sets but no parameter reads
 * @param incoming the data it is given
 * @param outgoing the data it leaves
 */
public record StepModel(
    Optional<StepConfig> config,
    StepMethod method,
    int occurrence,
    Map<Integer, Binding> inputs,
    Map<Integer, Binding> outputs,
    Optional<Binding> artifact,
    Map<Integer, Setting> fixed,
    List<Setting> unknownSettings,
    Flow incoming,
    Flow outgoing) {

  /** Copies the collections. */
  public StepModel {
    inputs = Map.copyOf(inputs);
    outputs = Map.copyOf(outputs);
    fixed = Map.copyOf(fixed);
    unknownSettings = List.copyOf(unknownSettings);
  }

  /** Returns the step's canonical name. */
  public String name() {
    return method.name();
  }

  /** Returns the setting of the step's own map for a parameter, if there is one. */
  public Optional<Setting> fixed(ParameterModel.Param param) {
    return Optional.ofNullable(fixed.get(param.position()));
  }

  /** Returns the input that a parameter of this step stands for. */
  public Binding input(ParameterModel.Input parameter) {
    return bound(inputs, parameter);
  }

  /** Returns the output that a parameter of this step stands for. */
  public Binding output(ParameterModel.OutputHandle parameter) {
    return bound(outputs, parameter);
  }

  /** Returns whether all that it reads and writes was found. */
  public boolean isLinked() {
    return !(incoming instanceof Flow.Unknown)
        && Stream.of(inputs.values().stream(), outputs.values().stream(), artifact.stream())
            .flatMap(bindings -> bindings)
            .allMatch(binding -> binding.alias().isFound());
  }

  private static Binding bound(Map<Integer, Binding> bindings, ParameterModel parameter) {
    return Optional.ofNullable(bindings.get(parameter.position()))
        .orElseThrow(
            () -> new IllegalArgumentException("not a parameter of this step: " + parameter));
  }

  /**
   * The input or output that a parameter stands for.
   *
   * @param alias the alias as YAML spells it; found if the experiment has it, else unknown
   * @param rebound the value in the step's map that gives it another alias, if there is one
   */
  public record Binding(Resolution<String> alias, Optional<Located<String>> rebound) {}
}
