package dev.crystallize.runtime;

import dev.crystallize.runtime.config.DiagnosticId;
import dev.crystallize.runtime.fingerprint.UnseededRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says where an experiment draws random numbers that no seed determines. */
final class Unseeded {

  private Unseeded() {}

  /**
   * The warnings, one for each step, datasource, writer or loader that reaches such a call first.
   *
   * @param experiment the experiment's name
   * @param calls the calls that its code reaches
   */
  static List<String> warnings(String experiment, List<UnseededRandom> calls) {
    Map<String, List<UnseededRandom>> byBegin = new LinkedHashMap<>();
    calls.forEach(
        call -> byBegin.computeIfAbsent(call.begin(), each -> new ArrayList<>()).add(call));
    return byBegin.values().stream().map(each -> warning(experiment, each)).toList();
  }

  private static String warning(String experiment, List<UnseededRandom> calls) {
    int more = calls.size() - 1;
    return String.format(
        "[%s] '%s' draws random numbers that no seed determines: %s%s; draw them from the step's"
            + " RandomGenerator, or its results differ from run to run",
        DiagnosticId.UNSEEDED_RANDOM.id(),
        experiment,
        calls.get(0),
        more == 0 ? "" : " (and " + more + " more)");
  }
}
