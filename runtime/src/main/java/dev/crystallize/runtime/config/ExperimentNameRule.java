package dev.crystallize.runtime.config;

/** {@code experiment-name}: the declared name names a folder of data. */
final class ExperimentNameRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    config.declaredName().ifPresent(name -> check(name, findings));
  }

  private static void check(Located<String> name, Findings findings) {
    Names.problemWith(name.value())
        .ifPresent(
            reason ->
                findings.addUnlessReported(
                    ConfigPart.NAME,
                    findings.diagnostic(
                        Message.EXPERIMENT_NAME, name.place(), name.value(), reason)));
  }
}
