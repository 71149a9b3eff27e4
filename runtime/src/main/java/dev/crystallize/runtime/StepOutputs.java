package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.store.StepFolders;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that the steps of an experiment write.
 *
 * @param experiment the experiment's name
 * @param steps its steps
 */
record StepOutputs(String experiment, List<StepCode> steps) {

  /**
   * Returns the alias under which a step writes a file.
   *
   * @param step the step's name, or that of its folder
   * @throws IllegalArgumentException if no step of that name writes such a file, with what there is
   */
  String alias(String step, String fileName) {
    List<String> known = new ArrayList<>();
    for (StepCode each : steps) {
      boolean named = each.name().equals(step) || StepFolders.of(each.name()).equals(step);
      for (OutputCode<?> output : each.declaration().outputs()) {
        if (named && output.fileName().equals(fileName)) {
          return output.alias();
        }
        known.add(each.name() + "/" + output.fileName());
      }
    }
    String written = step + "/" + fileName;
    throw new IllegalArgumentException(
        String.format(
            "'%s' has no artifact '%s'%s",
            experiment, written, Suggestions.of(written, known).text()));
  }
}
