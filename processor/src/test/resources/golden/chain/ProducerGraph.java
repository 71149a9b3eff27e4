package chain;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GenericType;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.PassingBody;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.SourceBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.launch.Launcher;
import java.util.List;
import java.util.function.Function;

/**
 * Experiment {@code producer}.
 *
 * <p>Described by {@code experiments/producer/config.yaml} and the steps of {@link Producer}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "producer",
    folder = "producer",
    outputs = {"summary"},
    constants = {"SUMMARY"},
    wiring = "e414e24d5145e47e31e1553010fdde38a6b68a7b41ae204fc55c0a4a7d520d0c")
public final class ProducerGraph implements ExperimentNodeProvider {
  /** Output {@code summary}: {@code summary.json}, written by step {@code produce_summary}. */
  static final ArtifactRef<Producer.Summary> SUMMARY =
      ArtifactRef.of(
          ProducerGraph::node,
          "summary",
          ArtifactLoader.text((String content) -> Producer.loadJson(content)));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public ProducerGraph() {}

  /**
   * The experiment alone.
   *
   * @return always the same node
   */
  public static ExperimentNode node() {
    return Node.NODE;
  }

  /**
   * The experiment and all it depends on.
   *
   * @return the graph
   */
  public static ExperimentGraph graph() {
    return ExperimentGraph.of(node());
  }

  /**
   * Runs the experiment and all it depends on.
   *
   * @return the results
   * @throws dev.crystallize.runtime.RunFailedException if a task failed; it carries the results
   */
  public static Results run() {
    return run(RunOptions.defaults());
  }

  /**
   * Runs the experiment and all it depends on.
   *
   * @param options what to run and how
   * @return the results
   * @throws dev.crystallize.runtime.RunFailedException if a task failed and the options
   *     do not say otherwise
   */
  public static Results run(RunOptions options) {
    return new Results(graph().run(options));
  }

  /**
   * Runs one task of the experiment alone: in the calling thread, reading what it needs
   * from disk, writing to a scratch folder.
   *
   * @param condition {@code baseline} or a treatment
   * @param replicate the replicate, from 0
   * @return what it gave
   * @throws dev.crystallize.runtime.TaskFailedException if it failed
   */
  public static DebuggedTask debug(String condition, int replicate) {
    return graph().debug(node().name(), condition, replicate);
  }

  /**
   * Runs the experiment from the command line; {@code --help} lists the options.
   *
   * @param args the arguments
   */
  public static void main(String[] args) {
    Launcher.main(graph(), args);
  }

  @Override
  public ExperimentNode provide() {
    return node();
  }

  /** The results of a run, by experiment. */
  public static final class Results {
    private final GraphResult all;

    private Results(GraphResult all) {
      this.all = all;
    }

    /**
     * All results.
     *
     * @return result by experiment name, upstream experiments first
     */
    public GraphResult all() {
      return all;
    }

    /**
     * The result of experiment {@code producer}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result producer() {
      return all.get("producer");
    }

    /** The table of results. */
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /** The names of its treatments. */
  public static final class Treatments {
    private Treatments() {}
  }

  /** The names of the metrics its steps declare. */
  public static final class MetricNames {
    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("producer");
      node.compiled(
          1,
          "producer",
          "e414e24d5145e47e31e1553010fdde38a6b68a7b41ae204fc55c0a4a7d520d0c",
          name -> ProducerGraph.class.getResourceAsStream(name));
      node.format("summary", "dump_json", "load_json");
      node.catalog(code -> Catalog.list(code));
      var numbers = node.dataSource("numbers", "numbers", Node::numbers);
      node.startWith(numbers)
          .through("produce_summary", Node::produceSummary);
      return node.build();
    }

    private static SourceBody<List<Double>> numbers(StepSpec source) {
      return context -> Producer.numbers();
    }

    private static PassingBody<List<Double>> produceSummary(StepSpec step) {
      OutputSlot<Producer.Summary> summary =
          step.output(
              ProducerGraph.SUMMARY,
              "summary.json",
              ArtifactWriter.text((Producer.Summary value) -> Producer.dumpJson(value)));
      return (context, data) -> Producer.produceSummary(data, context.output(summary));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.dataSource("numbers", GenericType.of(List.class, Double.class), Node::numbers);
      code
          .passing("produce_summary", Node::produceSummary)
          .takes("data", GenericType.of(List.class, Double.class))
          .writes("summary", Producer.Summary.class);
      code.writer(
          "dump_json",
          Producer.Summary.class,
          ArtifactWriter.text((Producer.Summary value) -> Producer.dumpJson(value)));
      code.loader(
          "load_json",
          Producer.Summary.class,
          ArtifactLoader.text((String content) -> Producer.loadJson(content)));
      code.json(Producer.Summary.class, Codecs.SUMMARY);
      code.output("summary", Producer.Summary.class, Producer.Summary.class);
    }

    /** How values are spelt in JSON and YAML. */
    private static final class Codecs {
      static final Codec<Producer.Summary> SUMMARY = Codec.record("Summary", Codecs::summary);

      private Codecs() {}

      private static Function<CodecValues, Producer.Summary> summary(
          CodecFields<Producer.Summary> fields) {
        CodecField<Double> total = fields.add("total", Codec.DOUBLE, value -> value.total());
        CodecField<Integer> count = fields.add("count", Codec.INT, value -> value.count());
        return values -> new Producer.Summary(values.get(total), values.get(count));
      }
    }
  }
}
