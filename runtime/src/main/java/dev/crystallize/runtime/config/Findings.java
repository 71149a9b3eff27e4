package dev.crystallize.runtime.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is found wrong in one configuration. What stands behind an anchor and is used twice
 * is reported once.
 */
final class Findings {

  private final String experiment;
  private final SourceText source;
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final Set<Place> places = new HashSet<>();
  private final Set<ConfigPart> broken = EnumSet.noneOf(ConfigPart.class);

  Findings(String experiment, SourceText source) {
    this.experiment = experiment;
    this.source = source;
  }

  /** Returns a diagnostic at a place, with its line of source, without adding it. */
  Diagnostic diagnostic(Message message, Place place, String... arguments) {
    return Diagnostic.of(experiment, message, arguments).at(place, source);
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    diagnostic.place().ifPresent(places::add);
  }

  void add(Message message, Place place, String... arguments) {
    add(diagnostic(message, place, arguments));
  }

  void addAll(List<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  boolean isReported(Place place) {
    return places.contains(place);
  }

  void markBroken(ConfigPart part) {
    broken.add(part);
  }

  /**
   * Reports that a part breaks a rule, unless something is reported at the very place already: what
   * cannot be read as it was meant needs no rule.
   */
  void addUnlessReported(ConfigPart part, Diagnostic diagnostic) {
    if (diagnostic.place().filter(this::isReported).isEmpty()) {
      add(diagnostic);
    }
    markBroken(part);
  }

  Set<ConfigPart> broken() {
    return Collections.unmodifiableSet(broken);
  }

  /** Returns everything in the order in which diagnostics are printed. */
  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    return sorted;
  }
}
