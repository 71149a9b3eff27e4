package folders;

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
import java.nio.file.Path;
import java.util.Map;

/**
 * Experiment {@code judge}.
 *
 * <p>Described by {@code experiments/judge/config.yaml} and the steps of {@link Folders.Judge}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "judge",
    folder = "judge",
    upstream = {TrainGraph.class},
    wiring = "525b93077b64bc5ef19af7be632843309788574a609d60cf26271a626320f27f")
public final class JudgeGraph implements ExperimentNodeProvider {
  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public JudgeGraph() {}

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
     * The result of experiment {@code train}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result train() {
      return all.get("train");
    }

    /**
     * The result of experiment {@code judge}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result judge() {
      return all.get("judge");
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
    /** {@code judge}. */
    public static final String JUDGE = "judge";

    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("judge");
      node.compiled(
          1,
          "judge",
          "525b93077b64bc5ef19af7be632843309788574a609d60cf26271a626320f27f",
          name -> JudgeGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      var model = node.input("model", TrainGraph.MODEL.input());
      var raw = node.input("raw", TrainGraph.RAW.input());
      node.startWithInputs()
          .then("judge", step -> judge(step, model, raw));
      return node.build();
    }

    private static StepBody<Map<String, Object>, Double> judge(
        StepSpec step, Slot<Folders.Model> model, Slot<Path> raw) {
      return (context, data) -> {
        double result = Folders.Judge.judge(context.get(model), context.get(raw));
        context.metrics().record("judge", result);
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
              "judge",
              double.class,
              step -> Node.judge(step, step.input("model"), step.input("raw")))
          .reads("model", Folders.Model.class)
          .reads("raw", Path.class)
          .records("judge");
    }
  }
}
