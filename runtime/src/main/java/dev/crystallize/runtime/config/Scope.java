package dev.crystallize.runtime.config;

import java.util.List;

/** One part of a configuration while it is read; what is reported here marks the part as broken. */
record Scope(Findings findings, ConfigPart part) {

  void report(Message message, Place place, String... arguments) {
    findings.add(part, findings.diagnostic(message, place, arguments));
  }

  /** Reports that something has the wrong type or form. */
  void reportType(YamlNode node, String what, String expected) {
    report(Message.TYPE, node.place(), what, expected, Found.describe(node));
  }

  /** Reports a word that is none of those allowed. */
  void reportUnknown(
      Message message, Place place, String written, List<String> known, String... arguments) {
    findings.add(
        part,
        findings
            .diagnostic(message, place, arguments)
            .suggesting(Suggestions.of(written, known)));
  }
}
