package dev.crystallize.runtime.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code treatment-name}: each names a folder of data, and none differs from another in case only.
 */
final class TreatmentNameRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    Map<String, String> seen = new HashMap<>();
    seen.put(Names.ignoringCase(TreatmentConfig.BASELINE), TreatmentConfig.BASELINE);
    for (TreatmentConfig treatment : config.treatments()) {
      String name = treatment.name().value();
      Optional<String> problem = Names.problemWithCondition(name);
      String other = seen.putIfAbsent(Names.ignoringCase(name), name);
      if (problem.isEmpty() && other != null && !other.equals(name)) {
        problem = Optional.of("it differs from '" + other + "' only in upper and lower case");
      }
      problem.ifPresent(reason -> report(treatment.name(), reason, findings));
    }
  }

  private static void report(Located<String> name, String reason, Findings findings) {
    Diagnostic diagnostic =
        findings.diagnostic(Message.TREATMENT_NAME, name.place(), name.value(), reason);
    findings.addUnlessReported(
        ConfigPart.TREATMENTS,
        name.value().indexOf('{') > 0
            ? diagnostic.withDetail("is ':' missing before '{'?")
            : diagnostic);
  }
}
