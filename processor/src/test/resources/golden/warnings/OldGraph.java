package warnings;

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
import java.util.List;

/**
 * Experiment {@code old}.
 *
 * <p>Described by {@link Old}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "old",
    folder = "old",
    outputs = {"list"},
    constants = {"LIST"},
    wiring = "c6287561b1153c0fe2e8b671cc5e326c2d0c30a0301e4eef8a299ad41290e7bd")
@SuppressWarnings({"deprecation", "rawtypes"})
public final class OldGraph implements ExperimentNodeProvider {
  /** Output {@code list}: {@code list.bin}, written by step {@code older}. */
  public static final ArtifactRef<byte[]> LIST =
      ArtifactRef.of(OldGraph::node, "list", ArtifactLoader.bytes((byte[] content) -> content));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public OldGraph() {}

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
     * The result of experiment {@code old}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result old() {
      return all.get("old");
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
      ExperimentNode.Builder node = ExperimentNode.builder("old");
      node.compiled(1, "old", "c6287561b1153c0fe2e8b671cc5e326c2d0c30a0301e4eef8a299ad41290e7bd");
      node.catalog(code -> Catalog.list(code));
      node.start()
          .then("old", Node::old)
          .then("older", Node::older);
      return node.build();
    }

    private static StepBody<Void, Integer> old(StepSpec step) {
      return (context, data) -> Old.old();
    }

    private static StepBody<Integer, List> older(StepSpec step) {
      OutputSlot<byte[]> list =
          step.output(OldGraph.LIST, "list.bin", ArtifactWriter.bytes((byte[] value) -> value));
      return (context, data) -> Old.older(data, context.output(list));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.step("old", int.class, Node::old);
      code
          .step("older", List.class, Node::older)
          .takes("data", int.class)
          .writes("list", byte[].class);
      code.json(byte[].class, Codec.BYTE_ARRAY);
      code.output("list", byte[].class, byte[].class);
    }
  }
}
