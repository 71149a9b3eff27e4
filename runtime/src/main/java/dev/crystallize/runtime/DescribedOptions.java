package dev.crystallize.runtime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells afterwards how a run was asked for. */
final class DescribedOptions {

  private DescribedOptions() {}

  /**
   * The options by the names they have on the command line, those that were left out aside.
   *
   * @param options the options
   * @param settings the parameters that were set, by {@code set experiment.parameter}
   */
  static Map<String, String> of(RunOptions options, Map<String, String> settings) {
    Map<String, String> described = new LinkedHashMap<>();
    options.treatments().ifPresent(names -> described.put("treatment", String.join(",", names)));
    options.replicates().ifPresent(count -> described.put("replicates", Integer.toString(count)));
    options.seed().ifPresent(number -> described.put("seed", Long.toString(number)));
    described.put("parallelism", Integer.toString(options.parallelism()));
    described.put(
        "fail-fast", Boolean.toString(options.failurePolicy() == FailurePolicy.FAIL_FAST));
    described.put("data", options.dataDirectory().toString());
    options.experiments().ifPresent(folder -> described.put("experiments", folder.toString()));
    described.put("resume", Boolean.toString(options.resume()));
    described.put("verify", Boolean.toString(options.verify()));
    if (!options.accepted().isEmpty()) {
      described.put(
          "accept",
          options.accepted().stream()
              .map(change -> change.name().toLowerCase(Locale.ROOT))
              .sorted()
              .collect(Collectors.joining(",")));
    }
    if (options.check()) {
      described.put("check", "true");
    }
    options.keep().ifPresent(count -> described.put("keep", Integer.toString(count)));
    described.putAll(settings);
    return described;
  }
}
