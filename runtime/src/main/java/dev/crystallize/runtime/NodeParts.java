package dev.crystallize.runtime;

import dev.crystallize.runtime.config.CliConfig;
import dev.crystallize.runtime.config.Escapes;
import dev.crystallize.runtime.config.Names;
import dev.crystallize.runtime.store.SafeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The parts of a node while it is built, and the rules they keep. */
final class NodeParts {

  private final String name;
  private NodeCode code;
  private final List<Feed> feeds = new ArrayList<>();
  private final List<StepCode> steps = new ArrayList<>();
  private final List<HypothesisCode> hypotheses = new ArrayList<>();
  private final Map<String, Given> baseline = new LinkedHashMap<>();
  private final Map<String, Map<String, Given>> treatments = new LinkedHashMap<>();
  private Optional<Origin> origin = Optional.empty();
  private Optional<Start> start = Optional.empty();
  private OptionalInt replicates = OptionalInt.empty();
  private String description = "";
  private long seed;
  private FailureSettings failures = FailureSettings.NONE;

  NodeParts(String name, NodeCode code) {
    this.code = code;
    this.name = SafeNames.require("experiment", name);
  }

  void compiled(int format, Origin from) {
    if (format != Origin.FORMAT) {
      throw new IllegalStateException(
          String.format(
              "the code of experiment '%s' was generated in format %d and this crystallize-runtime"
                  + " knows format %d: give runtime and processor the same version and compile"
                  + " again",
              name, format, Origin.FORMAT));
    }
    origin = Optional.of(from);
    code = code.asGenerated();
  }

  void format(String alias, Origin.Format format) {
    origin = Optional.of(origin().with(alias, format));
  }

  void catalog(Consumer<CodeCatalog> catalog) {
    origin = Optional.of(origin().with(catalog));
  }

  private Origin origin() {
    return origin.orElseThrow(() -> new IllegalStateException("'" + name + "' was not compiled"));
  }

  void description(String text) {
    description = text;
  }

  void replicates(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("replicates must be at least 1, not " + count);
    }
    replicates = OptionalInt.of(count);
  }

  void seed(long number) {
    seed = number;
  }

  void failures(UnaryOperator<FailureSettings> change) {
    failures = change.apply(failures);
  }

  void baseline(Map<String, Given> values) {
    baseline.putAll(values);
  }

  void treatment(String treatment, Map<String, Given> values) {
    if (treatment.equals(Conditions.BASELINE)) {
      throw new IllegalArgumentException("the values of the baseline are set by 'baseline'");
    }
    Names.problemWithCondition(treatment)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "no treatment can be named '" + Escapes.printable(treatment) + "': " + problem);
            });
    if (treatments.containsKey(treatment)) {
      throw new IllegalArgumentException("two treatments are named '" + treatment + "'");
    }
    Stream.concat(Stream.of(Conditions.BASELINE), treatments.keySet().stream())
        .filter(other -> Names.ignoringCase(other).equals(Names.ignoringCase(treatment)))
        .findFirst()
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "'"
                      + treatment
                      + "' and '"
                      + other
                      + "' differ only in case; some disks take"
                      + " them for the same folder");
            });
    treatments.put(treatment, values);
  }

  void feed(Feed feed) {
    if (feeds.stream().anyMatch(other -> other.alias().equals(feed.alias()))) {
      throw new IllegalArgumentException("two datasources are named '" + feed.alias() + "'");
    }
    if (feed instanceof Feed.Own own
        && !own.declaration().failures().equals(FailureSettings.NONE)) {
      throw new IllegalArgumentException(
          "datasource '"
              + feed.alias()
              + "' has retries, backoff or timeout, which steps and experiments have");
    }
    feeds.add(feed);
  }

  void start(Start first) {
    if (start.isPresent()) {
      throw new IllegalStateException("the pipeline of '" + name + "' was begun before");
    }
    start = Optional.of(first);
  }

  void step(int position, String step, Function<StepSpec, StepBody<Object, Object>> factory) {
    if (position != steps.size()) {
      throw new IllegalStateException(
          "step '" + step + "' cannot be added: another step follows this place already");
    }
    step(factory, step);
  }

  /** Adds a step that hands on whatever the data are and records what is measured. */
  void metric(String metric, MetricBody body) {
    step(
        spec -> {
          spec.readsContext();
          return (context, data) -> {
            context.metrics().record(metric, body.measure(context));
            return data;
          };
        },
        metric);
  }

  private void step(Function<StepSpec, StepBody<Object, Object>> factory, String step) {
    SafeNames.requireStep(step);
    int occurrence = (int) steps.stream().filter(each -> each.name().equals(step)).count();
    steps.add(StepCode.of(step, occurrence, factory));
  }

  void hypothesis(HypothesisCode hypothesis) {
    hypotheses.add(hypothesis);
  }

  ExperimentNode build() {
    if (steps.isEmpty()) {
      throw new IllegalStateException("experiment '" + name + "' has no step");
    }
    checkOutputs();
    NodeValues values =
        new NodeValues(
            description,
            replicates,
            seed,
            baseline,
            treatments,
            failures,
            CliConfig.NONE,
            Optional.empty(),
            Set.of());
    return new ExperimentNode(
        name, origin, code, feeds, start.orElse(Start.NOTHING), steps, hypotheses, values);
  }

  private void checkOutputs() {
    Set<String> aliases = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (StepCode step : steps) {
      for (OutputCode<?> output : step.declaration().outputs()) {
        if (!aliases.add(output.alias())) {
          throw new IllegalStateException(
              "the output '" + output.alias() + "' is written by two steps");
        }
        SafeNames.require("file name", output.fileName());
        if (!files.add(Names.ignoringCase(output.fileName()))) {
          throw new IllegalStateException(
              "two outputs have the same file '" + output.fileName() + "'");
        }
      }
    }
  }
}
