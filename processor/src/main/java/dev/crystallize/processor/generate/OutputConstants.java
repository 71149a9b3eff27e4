package dev.crystallize.processor.generate;

import dev.crystallize.processor.model.CompiledExperiment;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.FormatModel;
import dev.crystallize.processor.model.GraphNode;
import dev.crystallize.processor.model.Identifiers;
import dev.crystallize.processor.model.OutputModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of the constants that stand for the outputs of an experiment. */
final class OutputConstants {

  private OutputConstants() {}

  /** Returns the constant's name for each alias, in order, whether or not its type is known. */
  static Map<String, String> names(ExperimentModel experiment) {
    NameScope scope = new NameScope(List.of());
    Map<String, String> names = new LinkedHashMap<>();
    for (OutputModel output : experiment.outputs()) {
      names.put(output.alias(), scope.unique(Identifiers.upperSnakeCase(output.alias())));
    }
    return names;
  }

  /** Returns the constant by which others read an output, if it has one with a type. */
  static Optional<String> readable(GraphNode node, String alias) {
    if (node instanceof CompiledExperiment compiled) {
      return Optional.ofNullable(compiled.constants().get(alias));
    }
    ExperimentModel experiment = (ExperimentModel) node;
    return experiment
        .output(alias)
        .filter(OutputConstants::isReadable)
        .flatMap(output -> Optional.ofNullable(names(experiment).get(alias)));
  }

  /** Returns whether something can read the output back as more than a file. */
  static boolean isReadable(OutputModel output) {
    return output.read().isPresent() && !(output.loader() instanceof FormatModel.Missing);
  }
}
