package dev.crystallize.runtime;

import dev.crystallize.runtime.config.DataSourceConfig;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Setting;
import dev.crystallize.runtime.config.StepConfig;
import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.config.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the steps of a configuration, and the aliases that their parameters stand for. */
final class StepUses {

  private final WiringReport report;
  private final ExperimentConfig config;
  private final List<String> inputs;
  private final List<String> outputs;
  private final Map<String, Integer> occurrences = new HashMap<>();

  StepUses(WiringReport report) {
    this.report = report;
    this.config = report.file().config();
    this.inputs =
        config.datasource().map(Located::value).orElse(List.of()).stream()
            .map(DataSourceConfig::alias)
            .map(Located::value)
            .toList();
    this.outputs = config.outputs().stream().map(output -> output.alias().value()).toList();
  }

  /** Returns an entry for each step, which is empty where a mistake was reported. */
  List<Optional<StepUse>> of(CodeCatalog code) {
    List<Optional<StepUse>> uses = new ArrayList<>();
    if (config.steps().isEmpty()) {
      code.steps().stream()
          .filter(CatalogStep::isOwn)
          .forEach(step -> uses.add(use(step, Optional.empty())));
    } else {
      for (StepConfig entry : config.steps().get().value()) {
        uses.add(
            report
                .resolve(
                    Message.UNKNOWN_STEP, "step", entry.name(), code.steps(), CatalogStep::name)
                .flatMap(step -> use(step, Optional.of(entry))));
      }
    }
    return uses;
  }

  private Optional<StepUse> use(CatalogStep step, Optional<StepConfig> entry) {
    Map<String, String> bound = new LinkedHashMap<>();
    List<String> reads = bind(step, entry, step.reads(), inputs, Message.UNKNOWN_INPUT, bound);
    List<String> writes = bind(step, entry, step.writes(), outputs, Message.UNKNOWN_OUTPUT, bound);
    int occurrence = occurrences.merge(step.name(), 1, Integer::sum) - 1;
    boolean complete = reads.size() == step.reads().size() && writes.size() == step.writes().size();
    return complete
        ? Optional.of(new StepUse(step, entry, occurrence, reads, writes, bound))
        : Optional.empty();
  }

  /** Returns what was found; what was not is reported. */
  private List<String> bind(
      CatalogStep step,
      Optional<StepConfig> entry,
      List<CatalogStep.Port> ports,
      List<String> aliases,
      Message unknown,
      Map<String, String> bound) {
    List<String> found = new ArrayList<>();
    for (CatalogStep.Port port : ports) {
      Optional<Located<String>> other = rebound(entry, port.parameter());
      other.ifPresent(alias -> bound.put(port.parameter(), alias.value()));
      Predicate<String> isMeant =
          other.isPresent()
              ? other.get().value()::equals
              : each -> WiringReport.isSpelt(port.parameter(), each);
      Optional<String> alias = aliases.stream().filter(isMeant).findFirst();
      alias.ifPresentOrElse(
          found::add,
          () -> {
            String missing = other.map(Located::value).orElse(port.parameter());
            report.report(
                other.map(Located::place).or(() -> entry.map(each -> each.name().place())),
                report
                    .diagnostic(unknown, step.name(), missing, config.name())
                    .suggesting(Suggestions.of(missing, aliases)));
          });
    }
    return found;
  }

  private static Optional<Located<String>> rebound(Optional<StepConfig> entry, String parameter) {
    return entry.map(StepConfig::settings).orElse(List.of()).stream()
        .filter(setting -> WiringReport.isSpelt(parameter, setting.key().value()))
        .map(Setting::value)
        .map(
            value ->
                new Located<>(
                    value instanceof Value.Text text ? text.text() : String.valueOf(value.toJava()),
                    value.place()))
        .findFirst();
  }
}
