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
import dev.crystallize.runtime.GenericType;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.launch.Launcher;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Experiment {@code train}.
 *
 * <p>Described by {@code experiments/train/config.yaml} and the steps of {@link Tumours.Train}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "train",
    folder = "train",
    outputs = {"model"},
    constants = {"MODEL"},
    treatments = {"high_lr"},
    upstream = {SplitGraph.class},
    wiring = "5fb8dc163e2bda8d8728317243dc6a3b2ca9e4c800faedfd97aae8bc705180ee")
public final class TrainGraph implements ExperimentNodeProvider {
  /** Output {@code model}: {@code model.pb}, written by step {@code train}. */
  public static final ArtifactRef<Tumours.Model<Tumours.Label>> MODEL =
      ArtifactRef.of(
          TrainGraph::node,
          "model",
          ArtifactLoader.stream((InputStream in) -> Tumours.Train.loadModel(in)));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public TrainGraph() {}

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

    /** The table of results. */
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /** The names of its treatments. */
  public static final class Treatments {
    /** {@code high_lr}. */
    public static final String HIGH_LR = "high_lr";

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
      ExperimentNode.Builder node = ExperimentNode.builder("train");
      node.compiled(
          1,
          "train",
          "5fb8dc163e2bda8d8728317243dc6a3b2ca9e4c800faedfd97aae8bc705180ee",
          name -> TrainGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.retries(2);
      node.backoff(Duration.ofMillis(500));
      node.baseline(Map.of("learning_rate", 0.1, "batch_size", 32));
      node.treatment("high_lr", Map.of("learning_rate", 1.0));
      var train = node.input("train", SplitGraph.TRAIN.input());
      node.startWithInputs()
          .then("train", step -> train(step, train));
      return node.build();
    }

    private static StepBody<Map<String, Object>, Tumours.Model<Tumours.Label>> train(
        StepSpec step, Slot<Tumours.Table> train) {
      step.timeout(Duration.ofMinutes(10));
      Slot<Double> learningRate = step.param("learning_rate", Codec.DOUBLE);
      Slot<Integer> batchSize = step.param("batch_size", Codec.INT);
      OutputSlot<Tumours.Model<Tumours.Label>> model =
          step.output(
              TrainGraph.MODEL,
              "model.pb",
              ArtifactWriter.stream(
                  (Tumours.Model<Tumours.Label> value, OutputStream out) ->
                      Tumours.Train.saveModel(value, out)));
      return (context, data) -> {
        Tumours.Model<Tumours.Label> result =
            Tumours.Train.train(
                context.get(train),
                context.get(learningRate),
                context.get(batchSize),
                context.random());
        context.output(model).write(result);
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
              "train",
              GenericType.of(Tumours.Model.class, Tumours.Label.class),
              step -> Node.train(step, step.input("train")))
          .reads("train", Tumours.Table.class)
          .writes("model", GenericType.of(Tumours.Model.class, Tumours.Label.class));
      code.writer(
          "save_model",
          GenericType.of(Tumours.Model.class, Tumours.Label.class),
          ArtifactWriter.stream(
              (Tumours.Model<Tumours.Label> value, OutputStream out) ->
                  Tumours.Train.saveModel(value, out)));
      code.loader(
          "load_model",
          GenericType.of(Tumours.Model.class, Tumours.Label.class),
          ArtifactLoader.stream((InputStream in) -> Tumours.Train.loadModel(in)));
      code.json(GenericType.of(Tumours.Model.class, Tumours.Label.class), Codecs.MODEL);
      code.output(
          "model",
          GenericType.of(Tumours.Model.class, Tumours.Label.class),
          GenericType.of(Tumours.Model.class, Tumours.Label.class));
    }

    /** How values are spelt in JSON and YAML. */
    private static final class Codecs {
      static final Codec<Tumours.Label> LABEL = Codec.enumeration(Tumours.Label.class);

      static final Codec<Tumours.Model<Tumours.Label>> MODEL = Codec.record("Model", Codecs::model);

      private Codecs() {}

      private static Function<CodecValues, Tumours.Model<Tumours.Label>> model(
          CodecFields<Tumours.Model<Tumours.Label>> fields) {
        CodecField<Tumours.Label> label = fields.add("label", Codecs.LABEL, value -> value.label());
        return values -> new Tumours.Model<Tumours.Label>(values.get(label));
      }
    }
  }
}
