package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticKind;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the values of one experiment by the rules that the compiler keeps. */
final class ValueRules {

  private final ExperimentNode node;
  private final NodeValues values;
  private final List<Owner> owners = new ArrayList<>();
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  /** A step, datasource or resource, as messages call it. */
  private record Owner(String name, Declaration declaration) {}

  private ValueRules(ExperimentNode node) {
    this.node = node;
    this.values = node.values();
    for (Feed feed : node.feeds()) {
      if (feed instanceof Feed.Own own) {
        owners.add(new Owner("datasource '" + own.name() + "'", own.declaration()));
      }
    }
    for (StepCode step : node.steps()) {
      owners.add(new Owner("step '" + step.name() + "'", step.declaration()));
    }
    for (SharedResource<?> resource : NodeResources.all(node)) {
      owners.add(new Owner("resource '" + resource.name() + "'", resource.declaration()));
    }
  }

  /** Returns what is wrong with the values of a node. */
  static List<Diagnostic> check(ExperimentNode node) {
    ValueRules rules = new ValueRules(node);
    rules.checkParams();
    rules.checkHypotheses();
    if (node.origin().isPresent()) {
      // A node made by hand may read any parameter through its context.
      rules.owners.forEach(rules::checkUnknown);
      rules.checkTreatments();
    }
    return List.copyOf(rules.found);
  }

  /** Returns what people should know before they trust what these values lead to, a line each. */
  static List<String> warnings(ExperimentNode node) {
    if (node.values().file().isEmpty()) {
      return List.of();
    }
    return check(node).stream()
        .filter(each -> each.kind() == DiagnosticKind.WARNING)
        .map(ConfigurationProblem::of)
        .map(ConfigurationProblem::line)
        .toList();
  }

  private void checkParams() {
    Set<String> missing = new HashSet<>();
    List<String> conditions = new ArrayList<>(values.treatments().keySet());
    conditions.add(0, Conditions.BASELINE);
    for (Owner owner : owners) {
      for (String condition : conditions) {
        Map<String, Given> effective = Effective.values(values, condition, owner.declaration());
        for (Slot<?> slot : owner.declaration().params()) {
          if (effective.containsKey(slot.name()) || missing.add(slot.name())) {
            checkParam(owner.name(), slot, effective);
          }
        }
      }
    }
  }

  private void checkHypotheses() {
    for (HypothesisCode hypothesis : node.hypotheses()) {
      Owner owner = new Owner("verifier '" + hypothesis.verifier() + "'", hypothesis.declaration());
      Map<String, Given> effective = Effective.own(owner.declaration());
      owner.declaration().params().forEach(slot -> checkParam(owner.name(), slot, effective));
      checkUnknown(owner);
    }
  }

  private void checkParam(String owner, Slot<?> slot, Map<String, Given> effective) {
    Codec<?> codec = slot.codec().orElseThrow();
    Given given = effective.get(slot.name());
    if (given == null) {
      if (!codec.acceptsNull()) {
        report(Optional.empty(), diagnostic(Message.MISSING_PARAM, slot.name(), owner));
      }
      return;
    }
    try {
      codec.fromValue(given.value());
    } catch (CodecException e) {
      Diagnostic misfit =
          diagnostic(Message.PARAM_TYPE, slot.name(), owner, e.expected(), e.found());
      report(
          given.placeOf(e),
          e.path().isEmpty() ? misfit : misfit.withDetail("in " + slot.name() + e.path()));
    }
  }

  private void checkUnknown(Owner owner) {
    Declaration declaration = owner.declaration();
    List<String> known = declaration.params().stream().<String>map(Slot::name).toList();
    declaration
        .fixed()
        .forEach(
            (key, given) -> {
              if (!declaration.reads(key)) {
                report(
                    given.place(),
                    diagnostic(Message.UNKNOWN_PARAM, owner.name(), key)
                        .suggesting(Suggestions.of(key, known)));
              }
            });
  }

  /** Looks at each key once, where it stands first. */
  private void checkTreatments() {
    Map<String, Map<String, Given>> all = new LinkedHashMap<>();
    all.put(Conditions.BASELINE, values.baseline());
    all.putAll(values.treatments());
    Set<String> seen = new HashSet<>();
    all.forEach(
        (treatment, settings) ->
            settings.forEach(
                (key, given) -> {
                  if (seen.add(key)) {
                    checkTreatment(treatment, key, given);
                  }
                }));
  }

  private void checkTreatment(String treatment, String key, Given given) {
    List<Owner> readers = owners.stream().filter(owner -> owner.declaration().reads(key)).toList();
    if (readers.isEmpty()) {
      checkUnread(treatment, key, given);
    } else if (readers.stream().allMatch(each -> each.declaration().fixed().containsKey(key))) {
      List<String> names = readers.stream().map(Owner::name).distinct().toList();
      String listed = Suggestion.listed(names);
      Diagnostic diagnostic = diagnostic(Message.SHADOWED_TREATMENT_PARAM, treatment, key, listed);
      report(given.place(), diagnostic);
    }
  }

  private void checkUnread(String treatment, String key, Given given) {
    boolean contextMay = owners.stream().anyMatch(owner -> owner.declaration().mayReadAnything());
    // What stood there before was told by the compiler, whose warning may be meant to be silenced.
    boolean told = values.file().isEmpty() || values.compiledKeys().contains(key);
    if (!contextMay || !told) {
      Message message =
          contextMay ? Message.CONTEXT_MAY_READ_TREATMENT_PARAM : Message.UNREAD_TREATMENT_PARAM;
      List<String> known =
          owners.stream()
              .flatMap(owner -> owner.declaration().params().stream())
              .<String>map(Slot::name)
              .distinct()
              .toList();
      report(
          given.place(),
          diagnostic(message, treatment, key, node.name()).suggesting(Suggestions.of(key, known)));
    }
  }

  private Diagnostic diagnostic(Message message, String... arguments) {
    return Diagnostic.of(node.origin().map(Origin::folder).orElse(node.name()), message, arguments);
  }

  private void report(Optional<Place> place, Diagnostic diagnostic) {
    found.add(Diagnostics.at(diagnostic, place, values.source()));
  }
}
