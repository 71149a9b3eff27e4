package dev.crystallize.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step, datasource, hypothesis or resource declared while its node was built: what it reads
 * and writes besides data.
 *
 * @param params its parameters, in order
 * @param fixed the values of its own map
 * @param bound the aliases that its parameters stand for, where that is not their name
 * @param outputs what it writes
 * @param version the version that its author gave it
 * @param reads the files and resources whose content counts as input
 * @param failures what to do when it fails or hangs
 * @param resources the resources that it uses itself
 * @param mayReadAnything whether it may read parameters that it does not declare
 */
record Declaration(
    List<Slot<?>> params,
    Map<String, Given> fixed,
    Map<String, String> bound,
    List<OutputCode<?>> outputs,
    Optional<String> version,
    List<String> reads,
    FailureSettings failures,
    List<ResourceUse> resources,
    boolean mayReadAnything) {

  static Declaration of(StepSpec spec) {
    return new Declaration(
        spec.params(),
        spec.fixed(),
        spec.bound(),
        spec.outputs(),
        spec.version(),
        spec.reads(),
        spec.failures(),
        spec.resources(),
        spec.mayReadAnything());
  }

  /** Whether a parameter is declared. */
  boolean reads(String key) {
    return params.stream().anyMatch(slot -> slot.name().equals(key));
  }

  Declaration withFixed(Map<String, Given> values) {
    Map<String, Given> changed = new LinkedHashMap<>(values);
    return new Declaration(
        params, changed, bound, outputs, version, reads, failures, resources, mayReadAnything);
  }

  Declaration withBound(Map<String, String> changed) {
    return new Declaration(
        params, fixed, changed, outputs, version, reads, failures, resources, mayReadAnything);
  }

  Declaration withFailures(FailureSettings changed) {
    return new Declaration(
        params, fixed, bound, outputs, version, reads, changed, resources, mayReadAnything);
  }
}
