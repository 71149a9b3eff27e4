package study;

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
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.SourceBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.launch.Launcher;
import java.util.function.Function;

/**
 * Experiment {@code split}: Splits the table in two..
 *
 * <p>Described by {@code experiments/split/config.yaml} and the steps of {@link Tumours.Split}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "split",
    folder = "split",
    outputs = {"train", "test"},
    constants = {"TRAIN", "TEST"},
    replicates = 30,
    wiring = "a1f4c050e29a4ad8731df757c1d54b93c59602b639212bb613da3d9087761824")
public final class SplitGraph implements ExperimentNodeProvider {
  /** Output {@code train}: {@code train.json}, written by step {@code split}. */
  public static final ArtifactRef<Tumours.Table> TRAIN =
      ArtifactRef.of(SplitGraph::node, "train", ArtifactLoader.json(Codecs.TABLE));

  /** Output {@code test}: {@code test.json}, written by step {@code split}. */
  public static final ArtifactRef<Tumours.Table> TEST =
      ArtifactRef.of(SplitGraph::node, "test", ArtifactLoader.json(Codecs.TABLE));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public SplitGraph() {}

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
      ExperimentNode.Builder node = ExperimentNode.builder("split");
      node.compiled(
          1,
          "split",
          "a1f4c050e29a4ad8731df757c1d54b93c59602b639212bb613da3d9087761824",
          name -> SplitGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.description("Splits the table in two.");
      node.replicates(30);
      var tumours = node.dataSource("tumours", "tumours", Node::tumours);
      node.startWith(tumours)
          .through("split", Node::split);
      return node.build();
    }

    private static SourceBody<Tumours.Table> tumours(StepSpec source) {
      return context -> Tumours.Split.tumours();
    }

    private static PassingBody<Tumours.Table> split(StepSpec step) {
      OutputSlot<Tumours.Table> train =
          step.output(SplitGraph.TRAIN, "train.json", ArtifactWriter.json(Codecs.TABLE));
      OutputSlot<Tumours.Table> test =
          step.output(SplitGraph.TEST, "test.json", ArtifactWriter.json(Codecs.TABLE));
      return (context, data) ->
          Tumours.Split.split(data, context.random(), context.output(train), context.output(test));
    }
  }

  /** How values are spelt in JSON and YAML. */
  private static final class Codecs {
    static final Codec<Tumours.Table> TABLE = Codec.record("Table", Codecs::table);

    private Codecs() {}

    private static Function<CodecValues, Tumours.Table> table(CodecFields<Tumours.Table> fields) {
      CodecField<String[]> names =
          fields.add("names", Codec.array(Codec.STRING, String[]::new), value -> value.names());
      CodecField<double[][]> rows =
          fields.add(
              "rows", Codec.array(Codec.DOUBLE_ARRAY, double[][]::new), value -> value.rows());
      return values -> new Tumours.Table(values.get(names), values.get(rows));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.dataSource("tumours", Tumours.Table.class, Node::tumours);
      code
          .passing("split", Node::split)
          .takes("data", Tumours.Table.class)
          .writes("train", Tumours.Table.class)
          .writes("test", Tumours.Table.class);
      code.json(Tumours.Table.class, Codecs.TABLE);
      code.output("train", Tumours.Table.class, Tumours.Table.class);
      code.output("test", Tumours.Table.class, Tumours.Table.class);
    }
  }
}
