package names;

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
import dev.crystallize.runtime.PassingBody;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.SourceBody;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.launch.Launcher;
import java.util.Map;
import java.util.function.Function;

/**
 * Experiment {@code Zwei Namen}.
 *
 * <p>Described by {@code experiments/2-names/config.yaml} and the steps of {@link A}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "Zwei Namen",
    folder = "2-names",
    outputs = {"a", "result"},
    constants = {"A", "RESULT"},
    treatments = {"a+b", "1st", "new"},
    wiring = "0dc095eb24aa2591409bf7fe5203cd0b0d3efeb543e4efc161f5b2138886969c")
public final class _2NamesGraph implements ExperimentNodeProvider {
  /** Output {@code a}: {@code a}, written by step {@code end}. */
  static final ArtifactRef<names.Codecs> A =
      ArtifactRef.of(_2NamesGraph::node, "a", ArtifactLoader.json(Codecs.CODECS));

  /** Output {@code result}: {@code class}, written by step {@code end}. */
  static final ArtifactRef<Result> RESULT =
      ArtifactRef.of(_2NamesGraph::node, "result", ArtifactLoader.json(Codecs.RESULT));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public _2NamesGraph() {}

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
     * The result of experiment {@code Zwei Namen}.
     *
     * @return its metrics, artifacts and failures
     */
    public dev.crystallize.runtime.Result _2Names() {
      return all.get("Zwei Namen");
    }

    /** The table of results. */
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /** The names of its treatments. */
  public static final class Treatments {
    /** {@code a+b}. */
    public static final String A_B = "a+b";

    /** {@code 1st}. */
    public static final String _1ST = "1st";

    /** {@code new}. */
    public static final String NEW = "new";

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
      ExperimentNode.Builder node = ExperimentNode.builder("Zwei Namen");
      node.compiled(
          1,
          "2-names",
          "0dc095eb24aa2591409bf7fe5203cd0b0d3efeb543e4efc161f5b2138886969c",
          name -> _2NamesGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.baseline(Map.of("dev", 1, "_step", 2));
      node.treatment("a+b", Map.of("dev", 2));
      node.treatment("1st", Map.of("dev", 3));
      node.treatment("new", Map.of("dev", 4));
      var _1X = node.dataSource("1 x", "source", Node::_1X);
      node.startWith(_1X)
          .then("class", Node::class_)
          .then("yield", step -> yield2(step, _1X))
          .then("number", Node::number)
          .then("overloaded", Node::overloaded)
          .then("number", Node::number2)
          .then("other", Node::other)
          .through("end", Node::end);
      return node.build();
    }

    private static SourceBody<names.Node> _1X(StepSpec source) {
      return context -> names.A.source();
    }

    private static StepBody<names.Node, Result> class_(StepSpec step) {
      Slot<Integer> dev2 = step.param("dev", Codec.INT);
      Slot<Integer> step2 = step.param("_step", Codec.INT);
      return (context, data) -> names.A.first(context.get(dev2), context.get(step2));
    }

    private static StepBody<Result, names.Node> yield2(StepSpec step, Slot<names.Node> _1X) {
      return (context, data) -> names.A.second(data, context.get(_1X));
    }

    private static StepBody<names.Node, Double> number(StepSpec step) {
      Slot<Double> context2 = step.param("context", Codec.DOUBLE, 1);
      return (context, data) -> names.A.number(context.get(context2));
    }

    private static StepBody<Double, String> overloaded(StepSpec step) {
      return (context, data) -> {
        double data2 = data;
        return names.A.of(data2);
      };
    }

    private static StepBody<String, Double> number2(StepSpec step) {
      Slot<Double> context2 = step.param("context", Codec.DOUBLE, 1);
      return (context, data) -> names.A.number(context.get(context2));
    }

    private static StepBody<Double, String> other(StepSpec step) {
      return (context, data) -> {
        Double data2 = data;
        return names.A.of(data2);
      };
    }

    private static PassingBody<String> end(StepSpec step) {
      OutputSlot<names.Codecs> a =
          step.output(_2NamesGraph.A, "a", ArtifactWriter.json(Codecs.CODECS));
      OutputSlot<Result> result2 =
          step.output(_2NamesGraph.RESULT, "class", ArtifactWriter.json(Codecs.RESULT));
      return (context, data) -> names.A.end(data, context.output(a), context.output(result2));
    }
  }

  /** How values are spelt in JSON and YAML. */
  private static final class Codecs {
    static final Codec<names.Node> NODE = Codec.record("Node", Codecs::node);

    static final Codec<names.Codecs> CODECS = Codec.record("Codecs", Codecs::codecs);

    static final Codec<Result> RESULT = Codec.record("Result", Codecs::result);

    private Codecs() {}

    private static Function<CodecValues, names.Node> node(CodecFields<names.Node> fields) {
      CodecField<Integer> value2 = fields.add("value", Codec.INT, value -> value.value());
      return values -> new names.Node(values.get(value2));
    }

    private static Function<CodecValues, names.Codecs> codecs(CodecFields<names.Codecs> fields) {
      CodecField<names.Node> node = fields.add("node", Codecs.NODE, value -> value.node());
      CodecField<Integer> value2 = fields.add("value", Codec.INT, value -> value.value());
      CodecField<Integer> values2 = fields.add("values", Codec.INT, value -> value.values());
      return values -> new names.Codecs(values.get(node), values.get(value2), values.get(values2));
    }

    private static Function<CodecValues, Result> result(CodecFields<Result> fields) {
      CodecField<Integer> value2 = fields.add("value", Codec.INT, value -> value.value());
      return values -> new Result(values.get(value2));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.dataSource("source", names.Node.class, Node::_1X);
      code.step("class", Result.class, Node::class_);
      code
          .step("yield", names.Node.class, step -> Node.yield2(step, step.input("1 x")))
          .takes("data", Result.class)
          .reads("1 x", names.Node.class);
      code.step("overloaded", String.class, Node::overloaded).takes("data", double.class);
      code.step("other", String.class, Node::other).takes("data", Double.class);
      code.step("number", double.class, Node::number);
      code
          .passing("end", Catalog::end)
          .takes("data", Object.class)
          .writes("a", names.Codecs.class)
          .writes("result", Result.class);
      code.json(names.Codecs.class, Codecs.CODECS);
      code.json(Result.class, Codecs.RESULT);
      code.output("a", names.Codecs.class, names.Codecs.class);
      code.output("result", Result.class, Result.class);
    }

    private static PassingBody<Object> end(StepSpec step) {
      OutputSlot<names.Codecs> a = step.output("a");
      OutputSlot<Result> result2 = step.output("result");
      return (context, data) -> names.A.end(data, context.output(a), context.output(result2));
    }
  }
}
