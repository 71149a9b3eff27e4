package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.ExperimentConfig;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.store.SafeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Wires the code of one compiled node as a configuration has it now: first what it writes, then,
 * when that is known of all experiments, what it reads.
 */
final class Rewiring {

  private final ConfigFile file;
  private final ExperimentConfig config;
  private final ExperimentNode compiled;
  private final WiringReport report;
  private final CodeCatalog code;
  private final List<Optional<StepUse>> uses;
  private final Map<String, WiredOutput> outputs;

  /**
   * Finds the steps and what they write.
   *
   * @param file the configuration
   * @param compiled the node whose code is used
   * @param found collects what is wrong
   */
  Rewiring(ConfigFile file, ExperimentNode compiled, List<Diagnostic> found) {
    this.file = file;
    this.config = file.config();
    this.compiled = compiled;
    this.report = new WiringReport(file, compiled.name(), found);
    this.code = CodeCatalog.of(compiled);
    this.uses = new StepUses(report).of(code);
    this.outputs = new OutputWiring(report, compiled, code).wire(uses);
  }

  /** Returns the outputs of which all is known, by alias. */
  Map<String, WiredOutput> outputs() {
    return outputs;
  }

  /**
   * Returns the node; after a report it is of no use.
   *
   * @param graph the experiments around it
   */
  ExperimentNode rewired(YamlGraph graph) {
    InputWiring inputs = new InputWiring(report, compiled, code, graph);
    Start start = start(inputs.feeds());
    new ChainCheck(report, inputs.feeds()).check(uses);
    List<StepCode> steps = new ArrayList<>();
    for (Optional<StepUse> use : uses) {
      use.flatMap(each -> step(each, inputs)).ifPresent(steps::add);
    }
    ExperimentNode wired =
        new ExperimentNode(
            config.name(),
            compiled.origin(),
            catalogsUsed(inputs.feeds()),
            inputs.feeds().stream().map(WiredFeed::feed).toList(),
            start,
            steps,
            new HypothesisWiring(report, code).wire(uses),
            compiled.values());
    return YamlValues.into(wired, file);
  }

  /** Makes the step anew; not if something of it was reported. */
  private Optional<StepCode> step(StepUse use, InputWiring inputs) {
    List<Slot<?>> slots = inputs.slots(use);
    List<OutputCode<?>> written = new ArrayList<>();
    for (String alias : use.outputs()) {
      Optional.ofNullable(outputs.get(alias)).ifPresent(output -> written.add(output.code()));
    }
    if (slots.size() < use.inputs().size() || written.size() < use.outputs().size()) {
      return Optional.empty();
    }
    SafeNames.requireStep(use.name());
    StepBindings bindings = new StepBindings(slots, written);
    StepCode step =
        StepCode.of(use.name(), use.occurrence(), bindings, spec -> use.step().body(spec));
    return Optional.of(
        code.isTyped() ? step.withDeclaration(step.declaration().withBound(use.bound())) : step);
  }

  /** What the compiled node does not hold itself counts from now on. */
  private NodeCode catalogsUsed(List<WiredFeed> feeds) {
    boolean steps =
        uses.stream()
            .flatMap(Optional::stream)
            .allMatch(use -> compiled.steps().stream().anyMatch(isNamed(use.name())));
    boolean sources = feeds.stream().allMatch(each -> isCompiled(each.feed()));
    boolean formats = outputs.values().stream().allMatch(WiredOutput::compiled);
    return steps && sources && formats
        ? compiled.code()
        : compiled.code().with(code.home().<Set<Class<?>>>map(Set::of).orElse(Set.of()));
  }

  private static Predicate<StepCode> isNamed(String name) {
    return step -> step.name().equals(name);
  }

  private boolean isCompiled(Feed feed) {
    return !(feed instanceof Feed.Own own)
        || compiled.feeds().stream()
            .anyMatch(each -> each instanceof Feed.Own other && other.name().equals(own.name()));
  }

  private Start start(List<WiredFeed> feeds) {
    if (code.isTyped()) {
      return switch (kind(feeds)) {
        case NOTHING -> Start.NOTHING;
        case ONE -> Start.with(feeds.get(0).feed().alias());
        case ALL -> Start.ALL;
      };
    }
    checkStart(feeds);
    return compiled.start();
  }

  /** Of code whose types nobody knows, the first step can only be given what it was. */
  private void checkStart(List<WiredFeed> feeds) {
    String first = compiled.steps().get(0).name();
    compiled
        .start()
        .alias()
        .filter(alias -> feeds.stream().noneMatch(each -> each.feed().alias().equals(alias)))
        .ifPresent(
            alias ->
                report.report(
                    report
                        .diagnostic(Message.UNKNOWN_INPUT, first, alias, config.name())
                        .withDetail(WiringReport.RECOMPILE)));
    Start.Kind built = kindOf(compiled.feeds());
    if (compiled.start().kind() != Start.Kind.NOTHING && kind(feeds) != built) {
      report.report(
          report
              .diagnostic(
                  Message.STEP_CHAIN,
                  first,
                  built == Start.Kind.ALL ? "the map of all inputs" : "one datasource's value",
                  "'" + config.name() + "'",
                  kind(feeds) == Start.Kind.ALL ? "the map of all inputs" : "something else")
              .withDetail(WiringReport.RECOMPILE));
    }
  }

  private static Start.Kind kind(List<WiredFeed> feeds) {
    return kindOf(feeds.stream().map(WiredFeed::feed).toList());
  }

  /** What the first step's data are: one datasource's value, or the map of several or of inputs. */
  private static Start.Kind kindOf(List<Feed> feeds) {
    if (feeds.isEmpty()) {
      return Start.Kind.NOTHING;
    }
    return feeds.size() == 1 && feeds.get(0) instanceof Feed.Own ? Start.Kind.ONE : Start.Kind.ALL;
  }
}
