package dev.crystallize.runtime.config;

import java.util.List;

/** All rules that need nothing but one configuration. */
final class ConfigRules {

  private static final List<ConfigRule> ALL =
      List.of(
          new ExperimentNameRule(),
          new ReplicatesRule(),
          new TreatmentNameRule(),
          new OutputFileNameRule(),
          new OutputFileCollisionRule(),
          new ReservedKeyRule(),
          new TestedTwiceRule());

  private ConfigRules() {}

  static void check(ExperimentConfig config, Findings findings) {
    for (ConfigRule rule : ALL) {
      rule.check(config, findings);
    }
  }
}
