package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads texts as the configuration of the experiment {@code e}. */
final class Reading {

  private Reading() {}

  static ConfigFile config(String... lines) {
    return new ConfigReader().read("e", bytes(lines));
  }

  static YamlDocument yaml(String... lines) {
    return new YamlReader().read("e", "e.yaml", bytes(lines));
  }

  static YamlNode.Mapping mapping(String... lines) {
    return (YamlNode.Mapping) yaml(lines).root().orElseThrow();
  }

  static ExperimentConfig sound(String... lines) {
    ConfigFile file = config(lines);
    assertThat(headlines(file.diagnostics())).isEmpty();
    assertThat(file.broken()).isEmpty();
    return file.config();
  }

  static List<String> problems(String... lines) {
    return places(config(lines).diagnostics());
  }

  static Place place(int line, int column) {
    return new Place("experiments/e/config.yaml", line, column);
  }

  static Located<String> located(String text, int line, int column) {
    return new Located<>(text, place(line, column));
  }

  /** Each diagnostic as {@code line:column id}. */
  static List<String> places(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Reading::placeAndId).collect(Collectors.toUnmodifiableList());
  }

  static List<String> headlines(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::headline).collect(Collectors.toUnmodifiableList());
  }

  private static String placeAndId(Diagnostic diagnostic) {
    Place place = diagnostic.place().orElseThrow();
    return place.line() + ":" + place.column() + " " + diagnostic.id().id();
  }

  static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
