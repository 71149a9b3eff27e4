package dev.crystallize.runtime.config;

import dev.crystallize.runtime.config.YamlNode.Entry;
import dev.crystallize.runtime.config.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the top level of a configuration and hands each part to its reader. */
final class TopLevelReader {

  private static final Map<String, ConfigPart> PARTS =
      Map.ofEntries(
          Map.entry("name", ConfigPart.NAME),
          Map.entry("description", ConfigPart.DESCRIPTION),
          Map.entry("replicates", ConfigPart.REPLICATES),
          Map.entry("seed", ConfigPart.SEED),
          Map.entry("datasource", ConfigPart.DATASOURCE),
          Map.entry("steps", ConfigPart.STEPS),
          Map.entry("outputs", ConfigPart.OUTPUTS),
          Map.entry("treatments", ConfigPart.TREATMENTS),
          Map.entry("sweep", ConfigPart.SWEEP),
          Map.entry("hypotheses", ConfigPart.HYPOTHESES),
          Map.entry("retries", ConfigPart.FAILURES),
          Map.entry("backoff", ConfigPart.FAILURES),
          Map.entry("timeout", ConfigPart.FAILURES),
          Map.entry("cli", ConfigPart.CLI));

  /** In the order in which the documentation tells them. */
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "replicates",
          "seed",
          "datasource",
          "steps",
          "outputs",
          "treatments",
          "sweep",
          "hypotheses",
          "retries",
          "backoff",
          "timeout",
          "cli");

  private final Findings findings;

  TopLevelReader(Findings findings) {
    this.findings = findings;
  }

  ExperimentConfig read(String folder, Mapping root) {
    Set<String> given =
        root.entries().stream().map(entry -> entry.key().text()).collect(Collectors.toSet());
    root.entries().forEach(entry -> checkEntry(entry, given));
    Keys keys = Keys.of(root);
    return new ExperimentConfig(
        folder,
        keys.get("name").flatMap(name -> scalars(ConfigPart.NAME).name(name, "'name'")),
        keys.get("description")
            .flatMap(text -> scalars(ConfigPart.DESCRIPTION).text(text, "'description'")),
        keys.get("replicates")
            .flatMap(count -> scalars(ConfigPart.REPLICATES).integer(count, "'replicates'")),
        keys.get("seed").flatMap(seed -> scalars(ConfigPart.SEED).longInteger(seed, "'seed'")),
        keys.get("datasource").flatMap(new DataSourcesReader(scope(ConfigPart.DATASOURCE))::read),
        keys.get("steps").flatMap(new StepsReader(scope(ConfigPart.STEPS))::read),
        keys.get("outputs")
            .map(new OutputsReader(scope(ConfigPart.OUTPUTS))::read)
            .orElse(List.of()),
        keys.get("treatments")
            .map(new TreatmentsReader(scope(ConfigPart.TREATMENTS))::read)
            .orElse(List.of()),
        keys.get("sweep").map(new SweepReader(scope(ConfigPart.SWEEP))::read).orElse(List.of()),
        keys.get("hypotheses")
            .map(new HypothesesReader(scope(ConfigPart.HYPOTHESES))::read)
            .orElse(List.of()),
        new FailureReader(scope(ConfigPart.FAILURES))
            .read(keys.get("retries"), keys.get("backoff"), keys.get("timeout")),
        keys.get("cli").map(new CliReader(scope(ConfigPart.CLI))::read).orElse(CliConfig.NONE));
  }

  private void checkEntry(Entry entry, Set<String> given) {
    String key = entry.key().text();
    ConfigPart part = PARTS.get(key);
    if (part != null) {
      if (!entry.isSound()) {
        findings.markBroken(part);
      }
    } else if (entry.key().isSound()) {
      Suggestion suggestion = Suggestions.of(key, KEYS);
      findings.add(
          findings
              .diagnostic(Message.UNKNOWN_KEY, entry.key().place(), key, "config.yaml")
              .suggesting(suggestion));
      markMeant(suggestion.nearest(), given);
    }
  }

  /** What an unknown key was to say is missing from the part that it meant, which may be any. */
  private void markMeant(Optional<String> nearest, Set<String> given) {
    PARTS.forEach(
        (key, part) -> {
          if (nearest.map(key::equals).orElse(!given.contains(key))) {
            findings.markBroken(part);
          }
        });
  }

  private Scope scope(ConfigPart part) {
    return Scope.of(findings, part);
  }

  private Scalars scalars(ConfigPart part) {
    return new Scalars(scope(part));
  }
}
