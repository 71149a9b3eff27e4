package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.CodecException;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticPrinter;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.SourceText;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.config.Value;
import dev.crystallize.runtime.config.ValueParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the values that a run sets, for the experiments of a graph. */
final class RunSettings {

  /** What stands for a path where something is wrong with a value. */
  private static final String OPTION = "--set";

  private final Map<String, ExperimentNode> nodes;
  private final ValueParser parser = new ValueParser();

  private RunSettings(Map<String, ExperimentNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * A value for a parameter of an experiment.
   *
   * @param experiment the experiment's name
   * @param param the parameter as it was spelt
   * @param given the value
   * @param text how it was written
   * @param source the text that it stands in, if it stands in one
   */
  record Setting(
      String experiment, String param, Given given, String text, Optional<SourceText> source) {

    /** Returns the value for provenance; a list or map may hold secrets inside. */
    String told() {
      boolean nested = given.value() instanceof List || given.value() instanceof Map;
      boolean secret = Secrets.isSecret(param) || (nested && Secrets.isSecret(text));
      return secret ? Secrets.REDACTED : text;
    }

    /** Whether messages are not to show the value. */
    boolean isHidden() {
      return Secrets.hides(param, text);
    }

    /** Returns what was asked to be set. */
    String key() {
      return experiment + "." + param;
    }
  }

  /**
   * Reads settings.
   *
   * @throws SettingException if one names no experiment, or its value is no YAML
   */
  static List<Setting> read(List<RunSetting> settings, Map<String, ExperimentNode> nodes) {
    RunSettings reader = new RunSettings(nodes);
    return settings.stream().map(reader::read).toList();
  }

  private Setting read(RunSetting setting) {
    String text = setting.text();
    String experiment = experiment(text);
    String rest = text.substring(experiment.length() + 1);
    if (setting.value().isPresent()) {
      Given given = setting.value().get();
      return new Setting(experiment, rest, given, String.valueOf(given.value()), Optional.empty());
    }
    int equals = rest.indexOf('=');
    if (equals < 1) {
      throw new SettingException(
          OPTION + " needs a parameter and a value, such as " + experiment + ".learning_rate=0.3");
    }
    SourceText source = SourceText.of(OPTION, text);
    String value = rest.substring(equals + 1);
    String param = rest.substring(0, equals);
    Value parsed = parsed(experiment, param, text.length() - value.length(), source);
    Given given = new Given(parsed.toJava(), Optional.empty(), Optional.of(parsed));
    return new Setting(experiment, param, given, value, Optional.of(source));
  }

  /** The longest name that ends at a dot. */
  private String experiment(String text) {
    Optional<String> longest =
        nodes.keySet().stream()
            .filter(name -> text.startsWith(name + "."))
            .max(Comparator.comparingInt(String::length));
    return longest.orElseThrow(
        () -> {
          String key = text.split("=", 2)[0];
          String written = key.substring(0, Math.max(key.lastIndexOf('.'), 0));
          return new SettingException(
              OPTION
                  + " "
                  + key
                  + ": there is no experiment '"
                  + written
                  + "'"
                  + Suggestions.of(written, nodes.keySet()).text());
        });
  }

  /** Blanks in place of what stands before the value leave its columns as they are. */
  private Value parsed(String experiment, String param, int start, SourceText source) {
    String value = source.text().substring(start);
    int before = source.text().codePointCount(0, start);
    ValueParser.Parsed parsed = parser.parse(experiment, OPTION, " ".repeat(before) + value);
    return parsed
        .value()
        .orElseThrow(
            () ->
                Secrets.hides(param, value)
                    ? new SettingException(
                        String.format(
                            "%s %s.%s: the value, which looks secret and is not shown, is not YAML",
                            OPTION, experiment, param))
                    : refusal(placed(parsed.diagnostics(), source)));
  }

  private static List<Diagnostic> placed(List<Diagnostic> diagnostics, SourceText source) {
    List<Diagnostic> placed = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      placed.add(Diagnostics.at(diagnostic, diagnostic.place(), Optional.of(source)));
    }
    return placed;
  }

  static SettingException refusal(List<Diagnostic> diagnostics) {
    DiagnosticPrinter printer = new DiagnosticPrinter();
    List<String> texts = diagnostics.stream().map(printer::print).toList();
    return new SettingException(String.join("\n", texts));
  }

  /** Says that a value does not fit its parameter, in the words that configurations are told. */
  static Diagnostic misfit(Setting setting, String param, String owner, CodecException misfit) {
    Diagnostic diagnostic =
        Diagnostic.of(
            setting.experiment(),
            Message.PARAM_TYPE,
            param,
            owner,
            misfit.expected(),
            setting.isHidden() ? "the value it was given, which looks secret" : misfit.found());
    if (setting.isHidden()) {
      return diagnostic;
    }
    Optional<Place> place = setting.given().valuePlace();
    Diagnostic placed = Diagnostics.at(diagnostic, place, setting.source());
    return misfit.path().isEmpty() ? placed : placed.withDetail("in " + param + misfit.path());
  }
}
