package dev.crystallize.runtime.config;

import java.util.List;

/** {@code reserved-key}: no treatment or sweep sets what every task is given anyway. */
final class ReservedKeyRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    config
        .treatments()
        .forEach(treatment -> check(treatment.settings(), ConfigPart.TREATMENTS, findings));
    config
        .steps()
        .ifPresent(
            steps ->
                steps.value().forEach(step -> check(step.settings(), ConfigPart.STEPS, findings)));
    config.sweep().forEach(axis -> check(axis.key(), ConfigPart.SWEEP, findings));
  }

  private static void check(List<Setting> settings, ConfigPart part, Findings findings) {
    settings.forEach(setting -> check(setting.key(), part, findings));
  }

  private static void check(Located<String> key, ConfigPart part, Findings findings) {
    ReservedKeys.reasonAgainst(key.value())
        .ifPresent(
            reason ->
                findings.addUnlessReported(
                    part,
                    findings.diagnostic(Message.RESERVED_KEY, key.place(), key.value(), reason)));
  }
}
