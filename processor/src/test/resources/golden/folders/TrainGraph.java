package folders;

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
import dev.crystallize.runtime.ResourceBody;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.SharedResource;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.SourceBody;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.VerifierBody;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.launch.Launcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Experiment {@code train}.
 *
 * <p>Described by {@code experiments/train/config.yaml} and the steps of {@link Folders.Train}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "train",
    folder = "train",
    outputs = {"model", "raw"},
    constants = {"MODEL", "RAW"},
    directories = {"model", "raw"},
    wiring = "37677208c5975edaa609ed3057566a5e8ee7624c04a427c860236d393de73a1e")
public final class TrainGraph implements ExperimentNodeProvider {
  /** Output {@code model}: {@code model}, written by step {@code train}. */
  static final ArtifactRef<Folders.Model> MODEL =
      ArtifactRef.of(
          TrainGraph::node, "model", ArtifactLoader.file((Path file) -> Folders.Train.load(file)));

  /** Output {@code raw}: {@code raw data}, written by step {@code train}. */
  public static final ArtifactRef<Path> RAW =
      ArtifactRef.of(TrainGraph::node, "raw", ArtifactLoader.file((Path file) -> file));

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
          "37677208c5975edaa609ed3057566a5e8ee7624c04a427c860236d393de73a1e",
          name -> TrainGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.baseline(Map.of("source", "data"));
      node.start()
          .through("train", Node::train);
      return node.build();
    }

    private static PassingBody<Void> train(StepSpec step) {
      Slot<Path> source = step.param("source", Codec.PATH);
      OutputSlot<Folders.Model> model =
          step.output(
              TrainGraph.MODEL,
              "model",
              ArtifactWriter.directory(
                  (Folders.Model value, Path directory) -> Folders.Train.save(value, directory)));
      OutputSlot<Path> raw =
          step.output(TrainGraph.RAW, "raw data", ArtifactWriter.copyDirectory());
      return (context, data) ->
          Folders.Train.train(context.get(source), context.output(model), context.output(raw));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      var pruner =
          SharedResource.of("folders.Tools", "pruner", Tools.Pruner.class, Catalog::pruner);
      code.dataSource("models", GenericType.of(List.class, Folders.Model.class), Catalog::models);
      code
          .passing("train", Node::train)
          .writes("model", Folders.Model.class)
          .writes("raw", Path.class);
      code
          .step("prune", double.class, step -> prune(step, pruner))
          .reads("models", GenericType.of(List.class, Folders.Model.class))
          .writes("pruned", Double.class)
          .records("prune");
      code.verifier("compare", Catalog::compare);
      code.writer(
          "save",
          Folders.Model.class,
          ArtifactWriter.file((Folders.Model value, Path file) -> Folders.Train.save(value, file)));
      code.loader(
          "load",
          Folders.Model.class,
          ArtifactLoader.file((Path file) -> Folders.Train.load(file)));
      code.json(Folders.Model.class, Codecs.MODEL);
      code.json(Double.class, Codec.DOUBLE);
      code.output("model", Folders.Model.class, Folders.Model.class);
      code.output("raw", Path.class, Path.class);
    }

    private static SourceBody<List<Folders.Model>> models(StepSpec source) {
      source.reads("data");
      source.readsContext();
      return context -> context.instance(Folders.Train.class, Folders.Train::new).models(context);
    }

    private static StepBody<Object, Double> prune(
        StepSpec step, SharedResource<Tools.Pruner> pruner) {
      step.version("2");
      Slot<List<Folders.Model>> models = step.input("models");
      Slot<Integer> least = step.param("least", Codec.INT, 3);
      Slot<Tools.Pruner> pruner2 = step.resource(pruner, Tools.Pruner.class);
      OutputSlot<Double> pruned = step.output("pruned");
      return (context, data) -> {
        double result =
            Folders.Train.prune(context.get(models), context.get(least), context.get(pruner2));
        context.output(pruned).write(result);
        context.metrics().record("prune", result);
        return result;
      };
    }

    private static VerifierBody compare(StepSpec verifier) {
      Slot<String> sides = verifier.param("sides", Codec.STRING, "two");
      return (context, baseline, treatment) ->
          Folders.Train.compare(baseline, treatment, context.get(sides));
    }

    private static ResourceBody<Tools.Pruner> pruner(StepSpec resource) {
      return context -> Tools.pruner();
    }

    /** How values are spelt in JSON and YAML. */
    private static final class Codecs {
      static final Codec<Folders.Model> MODEL = Codec.record("Model", Codecs::model);

      private Codecs() {}

      private static Function<CodecValues, Folders.Model> model(CodecFields<Folders.Model> fields) {
        CodecField<Double> weight = fields.add("weight", Codec.DOUBLE, value -> value.weight());
        CodecField<Integer> layers = fields.add("layers", Codec.INT, value -> value.layers());
        return values -> new Folders.Model(values.get(weight), values.get(layers));
      }
    }
  }
}
