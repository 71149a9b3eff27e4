package shared;

import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GenericType;
import dev.crystallize.runtime.GraphResult;
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
import dev.crystallize.runtime.launch.Launcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Experiment {@code asks}.
 *
 * <p>Described by {@code experiments/asks/config.yaml} and the steps of {@link Asks}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "asks",
    folder = "asks",
    treatments = {"big"},
    wiring = "d9eee8626b143682acb58e2bb109431ecfa54edc74b239351cdbd9ba05da40df")
public final class AsksGraph implements ExperimentNodeProvider {
  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public AsksGraph() {}

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
     * The result of experiment {@code asks}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result asks() {
      return all.get("asks");
    }

    /** The table of results. */
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /** The names of its treatments. */
  public static final class Treatments {
    /** {@code big}. */
    public static final String BIG = "big";

    private Treatments() {}
  }

  /** The names of the metrics its steps declare. */
  public static final class MetricNames {
    /** {@code answer}. */
    public static final String ANSWER = "answer";

    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("asks");
      node.compiled(
          1,
          "asks",
          "d9eee8626b143682acb58e2bb109431ecfa54edc74b239351cdbd9ba05da40df",
          name -> AsksGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.baseline(Map.of("size", 2));
      node.treatment("big", Map.of("size", 7));
      var vocabulary =
          SharedResource.of("shared.Models", "vocabulary", Models.Tokens.class, Node::vocabulary);
      var local =
          SharedResource
              .of(
                  "shared.Models",
                  "local",
                  Models.Local.class,
                  resource -> local(resource, vocabulary))
              .concurrency(2);
      var limits = SharedResource.of("shared.Models", "limits", Map.class, Node::limits);
      var questions =
          node.dataSource("questions", "questions", source -> questions(source, vocabulary));
      node.startWith(questions)
          .then("answer", step -> answer(step, local, limits));
      node.hypothesis(
          "better", "compare", List.of(List.of("answer")), verifier -> better(verifier, local));
      return node.build();
    }

    private static SourceBody<List<String>> questions(
        StepSpec source, SharedResource<Models.Tokens> vocabulary) {
      Slot<Models.Tokens> tokens = source.resource(vocabulary, Models.Tokens.class);
      return context -> Asks.questions(context.get(tokens));
    }

    private static StepBody<List<String>, Double> answer(
        StepSpec step,
        SharedResource<Models.Local> local,
        SharedResource<Map<String, List<Integer>>> limits) {
      Slot<Models.Llm> model = step.resource(local, Models.Llm.class);
      Slot<Map<String, List<Integer>>> limits2 = step.resource(limits, Map.class);
      return (context, data) -> {
        double result = Asks.answer(data, context.get(model), context.get(limits2));
        context.metrics().record("answer", result);
        return result;
      };
    }

    private static VerifierBody better(StepSpec verifier, SharedResource<Models.Local> local) {
      verifier.ranker("better", findings -> Asks.byGain(findings));
      verifier.fix("share", 0.5);
      Slot<Double> share = verifier.param("share", Codec.DOUBLE);
      Slot<Models.Llm> model = verifier.resource(local, Models.Llm.class);
      return (context, baseline, treatment) -> {
        Asks.Found result =
            Asks.compare(baseline, treatment, context.get(share), context.get(model));
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("p_value", result.pValue());
        findings.put("gain", result.gain());
        return findings;
      };
    }

    private static ResourceBody<Models.Tokens> vocabulary(StepSpec resource) {
      Slot<String> language = resource.param("language", Codec.STRING, "en");
      return context -> context.instance(Models.class, Models::new).tokens(context.get(language));
    }

    private static ResourceBody<Models.Local> local(
        StepSpec resource, SharedResource<Models.Tokens> vocabulary) {
      Slot<Integer> size = resource.param("size", Codec.INT);
      Slot<Models.Tokens> tokens = resource.resource(vocabulary, Models.Tokens.class);
      return context -> Models.local(context.get(size), context.get(tokens));
    }

    private static ResourceBody<Map<String, List<Integer>>> limits(StepSpec resource) {
      return context -> Models.limits();
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      var vocabulary =
          SharedResource.of("shared.Models", "vocabulary", Models.Tokens.class, Node::vocabulary);
      var local =
          SharedResource
              .of(
                  "shared.Models",
                  "local",
                  Models.Local.class,
                  resource -> Node.local(resource, vocabulary))
              .concurrency(2);
      var limits = SharedResource.of("shared.Models", "limits", Map.class, Node::limits);
      code.dataSource(
          "questions",
          GenericType.of(List.class, String.class),
          source -> Node.questions(source, vocabulary));
      code
          .step("answer", double.class, step -> Node.answer(step, local, limits))
          .takes("data", GenericType.of(List.class, String.class))
          .records("answer");
      code.verifier("compare", verifier -> Node.better(verifier, local));
      code.ranker("better", findings -> Asks.byGain(findings));
    }
  }
}
