package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.CodecModel;
import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.Graph;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.processor.report.TypePrinter;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.TreatmentConfig;
import dev.crystallize.runtime.config.ValueParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code param-type}: a value, or a default, that is not of its parameter's type, and a parameter
 * of a type that no configuration can give.
 */
final class ParamTypeValidator implements ExperimentValidator {

  private final TypeFit fit;
  private final ValueParser parser = new ValueParser();

  ParamTypeValidator(TypeFit fit) {
    this.fit = fit;
  }

  @Override
  public void validate(ExperimentModel experiment, Graph graph, Diagnostics diagnostics) {
    Set<Place> reported = new HashSet<>();
    for (ParamUse use :
        Stream.concat(
                ParamUse.inTasks(experiment).stream(), ParamUse.inVerifiers(experiment).stream())
            .toList()) {
      Optional<CodecModel.Unsupported> unsupported = use.param().codec().unsupported();
      if (unsupported.isPresent()) {
        if (!MissingParamValidator.meansInput(experiment, use)) {
          unreadable(experiment, use, unsupported.get(), diagnostics);
        }
      } else {
        checkValues(experiment, use, reported, diagnostics);
        checkDefault(experiment, use, diagnostics);
      }
    }
  }

  /** What gives the parameter its value: its own map, else every treatment that sets it. */
  private static List<Setting> settings(ExperimentModel experiment, ParamUse use) {
    List<Setting> settings = new ArrayList<>(use.fixed().stream().toList());
    if (settings.isEmpty() && use.varies()) {
      for (TreatmentConfig treatment : experiment.config().treatments()) {
        treatment.settings().stream()
            .filter(setting -> use.reads(setting.key().value()))
            .forEach(settings::add);
      }
    }
    return settings;
  }

  /** Where none of several values fits, it is the type that is wrong: one mistake. */
  private static void checkValues(
      ExperimentModel experiment, ParamUse use, Set<Place> reported, Diagnostics diagnostics) {
    List<Setting> settings = settings(experiment, use);
    List<Misfit> misfits =
        settings.stream()
            .flatMap(setting -> ValueFit.check(setting.value(), use.param().codec()).stream())
            .filter(misfit -> reported.add(misfit.place()))
            .toList();
    if (misfits.size() > 1 && misfits.size() == settings.size()) {
      Diagnostic diagnostic = diagnostic(experiment, use, misfits.get(0));
      diagnostics.report(
          experiment,
          misfits.get(0).place(),
          diagnostic.withDetail(
              "none of its values fits: "
                  + Suggestion.listed(misfits.stream().map(Misfit::found).distinct().toList())));
    } else {
      for (Misfit misfit : misfits) {
        diagnostics.report(experiment, misfit.place(), diagnostic(experiment, use, misfit));
      }
    }
  }

  private static Diagnostic diagnostic(ExperimentModel experiment, ParamUse use, Misfit misfit) {
    return Diagnostic.of(
            experiment.folder(),
            Message.PARAM_TYPE,
            use.key(),
            use.owner(),
            misfit.expected(),
            misfit.found())
        .withDetail(
            "read by: " + use.display() + ", which is " + TypePrinter.simple(use.param().type()));
  }

  private void unreadable(
      ExperimentModel experiment,
      ParamUse use,
      CodecModel.Unsupported unsupported,
      Diagnostics diagnostics) {
    if (unsupported.unknownType() || fit.hasTypeVariable(use.param().type())) {
      return;
    }
    diagnostics.report(
        Diagnostic.of(
                experiment.folder(),
                Message.PARAM_NOT_READABLE,
                use.key(),
                use.owner(),
                TypePrinter.simple(unsupported.type()) + " " + unsupported.reason())
            .withDetail(
                "a parameter may be a number, boolean, char, String, Path, enum, record, array,"
                    + " Optional, List, Map<String, ...> or a sealed interface of records"),
        use.param().declared().place());
  }

  private void checkDefault(ExperimentModel experiment, ParamUse use, Diagnostics diagnostics) {
    if (use.param().defaultValue().isEmpty() || isText(use.param().codec())) {
      return;
    }
    String text = use.param().defaultValue().get();
    ValueParser.Parsed parsed = parser.parse(experiment.folder(), "defaultValue", text);
    Optional<Misfit> misfit =
        parsed.value().isPresent()
            ? ValueFit.check(parsed.value().get(), use.param().codec())
            : parsed.diagnostics().stream()
                .findFirst()
                .map(
                    problem ->
                        new Misfit(new Place("defaultValue", 1, 1), "YAML", '"' + text + '"'));
    ElementPlace parameter = use.param().declared().place();
    ElementPlace place =
        parameter.parameter().isPresent()
            ? parameter.annotation(Annotation.PARAM.canonicalName(), "defaultValue")
            : parameter;
    misfit.ifPresent(
        found ->
            diagnostics.report(
                Diagnostic.of(
                    experiment.folder(),
                    Message.PARAM_DEFAULT,
                    use.key(),
                    use.owner(),
                    found.expected(),
                    found.found()),
                place));
  }

  /** The default of a text is the text itself, whatever YAML would make of it. */
  private static boolean isText(CodecModel codec) {
    return codec instanceof CodecModel.Scalar scalar && scalar.kind() == CodecModel.Kind.STRING;
  }
}
