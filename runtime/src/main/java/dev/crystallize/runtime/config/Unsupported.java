package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/** {@code not-supported}: the keys that are read but that nothing acts on yet. */
final class Unsupported implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    failures(config.failures(), ConfigPart.FAILURES, findings);
    for (StepConfig step : config.steps().map(Located::value).orElse(List.of())) {
      failures(step.failures(), ConfigPart.STEPS, findings);
    }
    for (OutputConfig output : config.outputs()) {
      output
          .declaredKind()
          .filter(kind -> kind.value() == OutputKind.DIRECTORY)
          .ifPresent(kind -> report("'kind: directory'", kind, ConfigPart.OUTPUTS, findings));
    }
  }

  private static void failures(FailureConfig failures, ConfigPart part, Findings findings) {
    report("'retries'", failures.retries(), part, findings);
    report("'backoff'", failures.backoff(), part, findings);
    report("'timeout'", failures.timeout(), part, findings);
  }

  private static <T> void report(
      String feature, Optional<Located<T>> value, ConfigPart part, Findings findings) {
    value.ifPresent(found -> report(feature, found, part, findings));
  }

  private static void report(String feature, Located<?> value, ConfigPart part, Findings findings) {
    report(feature, value.place(), part, findings);
  }

  private static void report(String feature, Place place, ConfigPart part, Findings findings) {
    findings.addUnlessReported(part, findings.diagnostic(Message.NOT_SUPPORTED, place, feature));
  }
}
