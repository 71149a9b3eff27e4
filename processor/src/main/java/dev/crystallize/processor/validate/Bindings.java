package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;

/** Who reads and writes an alias. */
final class Bindings {

  private Bindings() {}

  /** Returns the parameters that read an input, as {@code Class.method(parameter)}. */
  static List<String> readersOf(ExperimentModel experiment, String alias) {
    List<String> readers = new ArrayList<>();
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.Input input : step.method().parameters(ParameterModel.Input.class)) {
        StepModel.Binding binding = step.inputs().get(input.position());
        if (binding != null && binding.alias().found().filter(alias::equals).isPresent()) {
          readers.add(MethodText.withParameter(step.method().method(), input));
        }
      }
    }
    return readers.stream().distinct().toList();
  }
}
