package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a value that a run sets into an experiment. It stands in for what the baseline, or the own
 * maps of steps, give the parameter; a treatment that changes the parameter still does. So setting
 * a value never makes equal what the configuration makes differ.
 */
final class SetNode {

  private final ExperimentNode node;
  private final RunSettings.Setting setting;
  private final List<Owner> owners = new ArrayList<>();
  private final String param;

  /** A step or datasource, as messages call it. */
  private record Owner(String name, Declaration declaration) {}

  private SetNode(ExperimentNode node, RunSettings.Setting setting) {
    this.node = node;
    this.setting = setting;
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        owners.add(new Owner("datasource '" + own.name() + "'", own.declaration()));
      }
    }
    for (StepCode step : node.steps()) {
      owners.add(new Owner("step '" + step.name() + "'", step.declaration()));
    }
    this.param = canonical();
  }

  /**
   * Looks a parameter up.
   *
   * @throws SettingException if the experiment has no such parameter
   */
  static SetNode of(ExperimentNode node, RunSettings.Setting setting) {
    return new SetNode(node, setting);
  }

  /** Returns the parameter's canonical name, whichever way it was spelt. */
  String param() {
    return param;
  }

  /**
   * Returns the experiment with the value.
   *
   * @throws SettingException if the value does not fit the parameter, or steps have different
   *     values of it
   */
  ExperimentNode changed() {
    List<Owner> readers =
        owners.stream().filter(owner -> owner.declaration().reads(param)).toList();
    checkValue(readers);
    checkSame(readers);
    List<StepCode> steps = new ArrayList<>();
    for (StepCode step : node.steps()) {
      Map<String, Given> fixed = new LinkedHashMap<>(step.declaration().fixed());
      fixed.computeIfPresent(param, (key, given) -> setting.given());
      steps.add(step.withDeclaration(step.declaration().withFixed(fixed)));
    }
    Map<String, Given> baseline = new LinkedHashMap<>(node.values().baseline());
    if (readers.isEmpty() || !readers.stream().allMatch(this::fixes)) {
      baseline.put(param, setting.given());
    }
    return node.with(node.feeds(), steps, node.hypotheses(), node.values().withBaseline(baseline));
  }

  /** YAML may spell a parameter like the Java name it has, and so may an option. */
  private String canonical() {
    Set<String> known = new LinkedHashSet<>();
    owners.forEach(owner -> owner.declaration().params().forEach(slot -> known.add(slot.name())));
    // What a step reads through its context is known by what sets it.
    known.addAll(node.values().baseline().keySet());
    node.values().treatments().values().forEach(treatment -> known.addAll(treatment.keySet()));
    if (known.contains(setting.param())) {
      return setting.param();
    }
    String snake = SnakeCase.of(setting.param());
    if (known.contains(snake)) {
      return snake;
    }
    String suggestion = Suggestions.of(setting.param(), known).text();
    throw refusal("'" + node.name() + "' has no parameter '" + setting.param() + "'" + suggestion);
  }

  private boolean fixes(Owner owner) {
    return owner.declaration().fixed().containsKey(param);
  }

  private void checkValue(List<Owner> readers) {
    List<Diagnostic> misfits = new ArrayList<>();
    for (Owner owner : readers) {
      for (Slot<?> slot : owner.declaration().params()) {
        if (slot.name().equals(param)) {
          try {
            slot.codec().orElseThrow().fromValue(setting.given().value());
          } catch (CodecException e) {
            misfits.add(RunSettings.misfit(setting, param, owner.name(), e));
          }
        }
      }
    }
    if (!misfits.isEmpty()) {
      throw RunSettings.refusal(misfits);
    }
  }

  /** Two steps with maps of their own may have different values on purpose. */
  private void checkSame(List<Owner> readers) {
    if (readers.stream().noneMatch(this::fixes)) {
      return;
    }
    Set<String> values = new HashSet<>();
    List<String> told = new ArrayList<>();
    for (Owner owner : readers) {
      Given given =
          Effective.values(node.values(), Conditions.BASELINE, owner.declaration()).get(param);
      String value = given == null ? "none" : String.valueOf(given.value());
      values.add(value);
      told.add((setting.isHidden() ? "(not shown)" : value) + " in " + owner.name());
    }
    if (values.size() > 1) {
      throw refusal(
          "'"
              + param
              + "' is "
              + String.join(", ", told)
              + "; one value for all would take that difference away: change config.yaml");
    }
  }

  private SettingException refusal(String reason) {
    return new SettingException("--set " + setting.key() + ": " + reason);
  }
}
