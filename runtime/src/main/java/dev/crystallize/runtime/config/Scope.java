package dev.crystallize.runtime.config;

import java.util.List;
import java.util.Optional;

/**
 * What is being read.
 *
 * @param part the part of the configuration, which anything reported here marks as broken; empty
 *     for a value that stands alone
 */
record Scope(Findings findings, Optional<ConfigPart> part) {

  static Scope of(Findings findings, ConfigPart part) {
    return new Scope(findings, Optional.of(part));
  }

  void report(Message message, Place place, String... arguments) {
    add(findings.diagnostic(message, place, arguments));
  }

  private void add(Diagnostic diagnostic) {
    findings.add(diagnostic);
    part.ifPresent(findings::markBroken);
  }

  /** Returns whether something is reported at a place already. */
  boolean isReported(Place place) {
    return findings.isReported(place);
  }

  /** Reports that something has the wrong type or form. */
  void reportType(YamlNode node, String what, String expected) {
    report(Message.TYPE, node.place(), what, expected, Found.describe(node));
  }

  /** Reports a word that is none of those allowed. */
  void reportUnknown(
      Message message, Place place, String written, List<String> known, String... arguments) {
    add(findings.diagnostic(message, place, arguments).suggesting(Suggestions.of(written, known)));
  }
}
