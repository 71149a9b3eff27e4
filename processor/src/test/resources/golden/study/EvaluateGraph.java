package study;

import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GenericType;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.VerifierBody;
import dev.crystallize.runtime.launch.Launcher;
import java.util.List;
import java.util.Map;

/**
 * Experiment {@code evaluate}.
 *
 * <p>Described by {@code experiments/evaluate/config.yaml} and the steps of {@link
 * Tumours.Evaluate}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "evaluate",
    folder = "evaluate",
    upstream = {TrainGraph.class, SplitGraph.class},
    wiring = "a0897d8bdbe21f7030e40c6ba092d5bc530b6798ecd348a2a78c2c819228477d")
public final class EvaluateGraph implements ExperimentNodeProvider {
  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public EvaluateGraph() {}

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
     * The result of experiment {@code split}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result split() {
      return all.get("split");
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
     * The result of experiment {@code evaluate}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result evaluate() {
      return all.get("evaluate");
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
    /** {@code accuracy}. */
    public static final String ACCURACY = "accuracy";

    /** {@code f1}. */
    public static final String F1 = "f1";

    /** {@code log_loss}. */
    public static final String LOG_LOSS = "log_loss";

    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("evaluate");
      node.compiled(
          1,
          "evaluate",
          "a0897d8bdbe21f7030e40c6ba092d5bc530b6798ecd348a2a78c2c819228477d",
          name -> EvaluateGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      var model = node.input("model", TrainGraph.MODEL.input());
      var test = node.input("test", SplitGraph.TEST.input());
      node.startWithInputs()
          .then("evaluate", step -> evaluate(step, model, test));
      node.hypothesis("better", "better", List.of(List.of("accuracy")), Node::better);
      return node.build();
    }

    private static StepBody<Map<String, Object>, Tumours.Evaluate.Scores> evaluate(
        StepSpec step, Slot<Tumours.Model<Tumours.Label>> model, Slot<Tumours.Table> test) {
      return (context, data) -> {
        Tumours.Evaluate.Scores result =
            Tumours.Evaluate.evaluate(context.get(model), context.get(test));
        context.metrics().record("accuracy", result.accuracy());
        context.metrics().record("f1", result.f1());
        context.metrics().record("log_loss", result.logLoss());
        return result;
      };
    }

    private static VerifierBody better(StepSpec verifier) {
      return (context, baseline, treatment) -> Tumours.Evaluate.better(baseline, treatment);
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code
          .step(
              "evaluate",
              Tumours.Evaluate.Scores.class,
              step -> Node.evaluate(step, step.input("model"), step.input("test")))
          .reads("model", GenericType.of(Tumours.Model.class, Tumours.Label.class))
          .reads("test", Tumours.Table.class)
          .records("accuracy", "f1", "log_loss");
      code.verifier("better", Node::better);
    }
  }
}
