package dev.crystallize.runtime.config;

/** {@code replicates}: there is at least one. */
final class ReplicatesRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    config
        .replicates()
        .filter(replicates -> replicates.value() < 1)
        .ifPresent(
            replicates ->
                findings.addUnlessReported(
                    ConfigPart.REPLICATES,
                    findings.diagnostic(
                        Message.REPLICATES, replicates.place(), replicates.value().toString())));
  }
}
