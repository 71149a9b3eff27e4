package chain;

import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.launch.Launcher;
import java.util.Map;

/**
 * Experiment {@code consumer}.
 *
 * <p>Described by {@code experiments/consumer/config.yaml} and the steps of {@link Consumer}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "consumer",
    folder = "consumer",
    upstream = {ProducerGraph.class},
    wiring = "a3da33667a8641fd50840c1e442ae63cb6acf11511aaf6d5590ccf83f8bbbed0")
public final class ConsumerGraph implements ExperimentNodeProvider {
  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public ConsumerGraph() {}

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

    /**
     * The result of experiment {@code consumer}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result consumer() {
      return all.get("consumer");
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
    /** {@code total}. */
    public static final String TOTAL = "total";

    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("consumer");
      node.compiled(
          1,
          "consumer",
          "a3da33667a8641fd50840c1e442ae63cb6acf11511aaf6d5590ccf83f8bbbed0",
          name -> ConsumerGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      var producerSummary = node.input("producer_summary", ProducerGraph.SUMMARY.input());
      node.startWithInputs()
          .then("inspect_summary", step -> inspectSummary(step, producerSummary));
      return node.build();
    }

    private static StepBody<Map<String, Object>, Double> inspectSummary(
        StepSpec step, Slot<Producer.Summary> producerSummary) {
      return (context, data) -> {
        double result = Consumer.inspectSummary(context.get(producerSummary));
        context.metrics().record("total", result);
        return result;
      };
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code
          .step(
              "inspect_summary",
              double.class,
              step -> Node.inspectSummary(step, step.input("producer_summary")))
          .reads("producer_summary", Producer.Summary.class)
          .records("total");
    }
  }
}
