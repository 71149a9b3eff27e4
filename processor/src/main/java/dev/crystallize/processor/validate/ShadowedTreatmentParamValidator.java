package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.TreatmentConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code shadowed-treatment-param}: a key of a treatment that every step which reads it fixes in
 * its own map. A key that several treatments set is one mistake.
 */
final class ShadowedTreatmentParamValidator implements ExperimentValidator {

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    if (!Known.steps(experiment) || !Known.sources(experiment)) {
      return;
    }
    List<ParamUse> all = ParamUse.inTasks(experiment);
    Set<String> reported = new HashSet<>();
    for (TreatmentConfig treatment : experiment.config().treatments()) {
      for (Setting setting : treatment.settings()) {
        String key = setting.key().value();
        List<ParamUse> uses = all.stream().filter(use -> use.reads(key)).toList();
        boolean shadowed =
            !uses.isEmpty() && uses.stream().allMatch(use -> use.fixed().isPresent());
        if (shadowed && reported.add(key)) {
          diagnostics.report(
              experiment,
              setting.key().place(),
              diagnostic(experiment, treatment.name().value(), key, uses));
        }
      }
    }
  }

  private static Diagnostic diagnostic(
      ExperimentModel experiment, String treatment, String key, List<ParamUse> uses) {
    List<String> owners = uses.stream().map(ParamUse::owner).distinct().toList();
    Diagnostic diagnostic =
        Diagnostic.of(
            experiment.folder(),
            Message.SHADOWED_TREATMENT_PARAM,
            treatment,
            key,
            Suggestion.listed(owners));
    for (ParamUse use : uses) {
      if (use.fixed().isPresent()) {
        diagnostic = diagnostic.withDetail("fixed at " + use.fixed().get().key().place());
      }
    }
    return diagnostic;
  }
}
