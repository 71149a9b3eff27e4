package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.StepConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One use of a step in a configuration.
 *
 * @param step the step
 * @param config its entry; empty if the configuration lists no steps
 * @param occurrence how often the same step stands before it
 * @param inputs the aliases that it reads, one for each of the step's inputs
 * @param outputs the aliases that it writes, one for each of the step's outputs
 * @param bound the parameters that its own map gives another alias
 */
record StepUse(
    CatalogStep step,
    Optional<StepConfig> config,
    int occurrence,
    List<String> inputs,
    List<String> outputs,
    Map<String, String> bound) {

  String name() {
    return step.name();
  }

  Optional<Place> place() {
    return config.map(each -> each.name().place());
  }
}
