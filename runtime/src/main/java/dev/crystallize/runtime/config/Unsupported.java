package dev.crystallize.runtime.config;

/** {@code not-supported}: the keys that are read but that nothing acts on yet. */
final class Unsupported implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    for (OutputConfig output : config.outputs()) {
      output
          .declaredKind()
          .filter(kind -> kind.value() == OutputKind.DIRECTORY)
          .ifPresent(kind -> report("'kind: directory'", kind, ConfigPart.OUTPUTS, findings));
    }
  }

  private static void report(String feature, Located<?> value, ConfigPart part, Findings findings) {
    findings.addUnlessReported(
        part, findings.diagnostic(Message.NOT_SUPPORTED, value.place(), feature));
  }
}
