package kinds;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.launch.Launcher;

/**
 * Experiment {@code numbers}.
 *
 * <p>Described by {@code experiments/numbers/config.yaml} and the steps of {@link Numbers}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "numbers",
    folder = "numbers",
    outputs = {"all"},
    constants = {"ALL"},
    wiring = "34ba79a43b63fe54a1f50058db3c5dc39fd2325120939a4f972e307161bf93a3")
public final class NumbersGraph implements ExperimentNodeProvider {
  /** Output {@code all}: {@code all.json}, written by step {@code numbers}. */
  public static final ArtifactRef<double[]> ALL =
      ArtifactRef.of(NumbersGraph::node, "all", ArtifactLoader.json(Codec.DOUBLE_ARRAY));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public NumbersGraph() {}

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
     * The result of experiment {@code numbers}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result numbers() {
      return all.get("numbers");
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
      ExperimentNode.Builder node = ExperimentNode.builder("numbers");
      node.compiled(
          1,
          "numbers",
          "34ba79a43b63fe54a1f50058db3c5dc39fd2325120939a4f972e307161bf93a3",
          name -> NumbersGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.start()
          .then("numbers", Node::numbers);
      return node.build();
    }

    private static StepBody<Void, double[]> numbers(StepSpec step) {
      OutputSlot<double[]> all =
          step.output(NumbersGraph.ALL, "all.json", ArtifactWriter.json(Codec.DOUBLE_ARRAY));
      return (context, data) -> {
        double[] result = Numbers.numbers();
        context.output(all).write(result);
        return result;
      };
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.step("numbers", double[].class, Node::numbers).writes("all", double[].class);
      code.json(double[].class, Codec.DOUBLE_ARRAY);
      code.output("all", double[].class, double[].class);
    }
  }
}
