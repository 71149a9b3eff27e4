package dev.crystallize.runtime.config;

/** {@code output-file-name}: aliases and files have names that work as files everywhere. */
final class OutputFileNameRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    for (OutputConfig output : config.outputs()) {
      check(output.alias(), Message.OUTPUT_NAME, findings);
      output.declaredFileName().ifPresent(name -> check(name, Message.OUTPUT_FILE_NAME, findings));
    }
  }

  private static void check(Located<String> name, Message message, Findings findings) {
    Names.problemWith(name.value())
        .ifPresent(
            reason ->
                findings.addUnlessReported(
                    ConfigPart.OUTPUTS,
                    findings.diagnostic(message, name.place(), name.value(), reason)));
  }
}
