package dev.crystallize.runtime.config;

/** A rule that needs nothing but one configuration. */
interface ConfigRule {

  /** Reports where the configuration breaks the rule. */
  void check(ExperimentConfig config, Findings findings);
}
