package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ExperimentModel;
import dev.crystallize.processor.model.HypothesisModel;
import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.ParameterModel;
import dev.crystallize.processor.model.ResourceMethod;
import dev.crystallize.processor.model.SourceMethod;
import dev.crystallize.processor.model.SourceModel;
import dev.crystallize.processor.model.StepModel;
import dev.crystallize.processor.model.UsedResources;
import dev.crystallize.runtime.config.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A parameter that takes its value from the configuration, in one use of its method.
 *
 * @param owner the use as messages call it, such as {@code step 'train'}
 * @param method the method
 * @param param the parameter
 * @param fixed what the method's own map in the configuration sets it to
 * @param varies whether treatments and the baseline reach it
 * @param misspelt what that map sets although no parameter has the name
 */
record ParamUse(
    String owner,
    MethodModel method,
    ParameterModel.Param param,
    Optional<Setting> fixed,
    boolean varies,
    List<Setting> misspelt) {

  /** Returns all uses in the steps, datasources and resources of an experiment. */
  static List<ParamUse> inTasks(ExperimentModel experiment) {
    List<ParamUse> uses = new ArrayList<>();
    for (SourceModel source : experiment.sources()) {
      if (source.origin() instanceof SourceModel.FromMethod origin) {
        origin.method().found().ifPresent(method -> addSource(uses, method));
      }
    }
    for (StepModel step : experiment.steps()) {
      for (ParameterModel.Param param : step.method().parameters(ParameterModel.Param.class)) {
        String owner = "step '" + step.name() + "'";
        MethodModel method = step.method().method();
        uses.add(
            new ParamUse(owner, method, param, step.fixed(param), true, step.unknownSettings()));
      }
    }
    for (ResourceMethod resource : UsedResources.of(experiment)) {
      String owner = "resource '" + resource.method().name().canonical() + "'";
      add(uses, owner, resource.method(), resource.parameters());
    }
    return uses;
  }

  private static void addSource(List<ParamUse> uses, SourceMethod source) {
    String owner = "datasource '" + source.method().name().canonical() + "'";
    add(uses, owner, source.method(), source.parameters());
  }

  private static void add(
      List<ParamUse> uses, String owner, MethodModel method, List<ParameterModel> parameters) {
    for (ParameterModel parameter : parameters) {
      if (parameter instanceof ParameterModel.Param param) {
        uses.add(new ParamUse(owner, method, param, Optional.empty(), true, List.of()));
      }
    }
  }

  /** Returns all uses in the verifiers of an experiment's hypotheses. */
  static List<ParamUse> inVerifiers(ExperimentModel experiment) {
    List<ParamUse> uses = new ArrayList<>();
    for (HypothesisModel hypothesis : experiment.hypotheses()) {
      hypothesis
          .verifier()
          .found()
          .ifPresent(
              verifier -> {
                String owner = "verifier '" + verifier.method().name().canonical() + "'";
                for (ParameterModel parameter : verifier.parameters()) {
                  if (parameter instanceof ParameterModel.Param param) {
                    uses.add(
                        new ParamUse(
                            owner,
                            verifier.method(),
                            param,
                            Optional.ofNullable(hypothesis.fixed().get(param.position())),
                            false,
                            hypothesis.unknownSettings()));
                  }
                }
              });
    }
    return uses;
  }

  /** Returns the key that the parameter has in YAML. */
  String key() {
    return param.declared().name().canonical();
  }

  /** Returns whether a key in YAML means this parameter. */
  boolean reads(String written) {
    return param.declared().name().answersTo(written);
  }

  /** Returns {@code Class.method(parameter)}. */
  String display() {
    return MethodText.withParameter(method, param);
  }
}
