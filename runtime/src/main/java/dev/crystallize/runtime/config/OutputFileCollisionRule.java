package dev.crystallize.runtime.config;

import java.util.HashMap;
import java.util.Map;

/** {@code output-file-collision}: no two outputs have the same file where case is ignored. */
final class OutputFileCollisionRule implements ConfigRule {

  @Override
  public void check(ExperimentConfig config, Findings findings) {
    Map<String, OutputConfig> byFile = new HashMap<>();
    for (OutputConfig output : config.outputs()) {
      Located<String> file = output.fileName();
      OutputConfig other = byFile.putIfAbsent(Names.ignoringCase(file.value()), output);
      if (other != null) {
        findings.addUnlessReported(
            ConfigPart.OUTPUTS,
            findings.diagnostic(
                Message.OUTPUT_FILE_COLLISION,
                file.place(),
                other.alias().value(),
                output.alias().value(),
                file.value()));
      }
    }
  }
}
