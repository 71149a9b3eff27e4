package kinds;

import dev.crystallize.runtime.ArtifactLoader;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ArtifactWriter;
import dev.crystallize.runtime.CodeCatalog;
import dev.crystallize.runtime.Correction;
import dev.crystallize.runtime.DebuggedTask;
import dev.crystallize.runtime.ExperimentDescriptor;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.ExperimentNodeProvider;
import dev.crystallize.runtime.GenericType;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.OutputSlot;
import dev.crystallize.runtime.PassingBody;
import dev.crystallize.runtime.RawForm;
import dev.crystallize.runtime.Result;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.Slot;
import dev.crystallize.runtime.SourceBody;
import dev.crystallize.runtime.StepBody;
import dev.crystallize.runtime.StepResult;
import dev.crystallize.runtime.StepSpec;
import dev.crystallize.runtime.VerifierBody;
import dev.crystallize.runtime.codec.Codec;
import dev.crystallize.runtime.codec.CodecField;
import dev.crystallize.runtime.codec.CodecFields;
import dev.crystallize.runtime.codec.CodecValues;
import dev.crystallize.runtime.codec.CodecVariant;
import dev.crystallize.runtime.launch.Launcher;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Experiment {@code kinds}: Gr\u00f6\u00dfe &#42;/ &#60;b&#62; C:&#92;users &#123;&#64;code x&#125;
 * second.
 *
 * <p>Described by {@code experiments/kinds/config.yaml} and the steps of {@link Kinds}.
 */
@ExperimentDescriptor(
    format = 1,
    name = "kinds",
    folder = "kinds",
    outputs = {"tree", "shape", "bag", "log", "scores", "final"},
    constants = {"TREE", "SHAPE", "BAG", "LOG", "SCORES", "FINAL"},
    treatments = {"high size", "empty"},
    replicates = 3,
    upstream = {NumbersGraph.class},
    wiring = "f9284d57d1d84e5a05b0858f66ff6ba4ade0051eb472a1c723b5b813568e3f3c")
public final class KindsGraph implements ExperimentNodeProvider {
  /** Output {@code tree}: {@code tree.json}, written by step {@code wrap}. */
  static final ArtifactRef<Kinds.Tree> TREE =
      ArtifactRef.of(KindsGraph::node, "tree", ArtifactLoader.json(Codecs.TREE));

  /** Output {@code shape}: {@code shape.json}, written by step {@code judge}. */
  static final ArtifactRef<Kinds.Shape> SHAPE =
      ArtifactRef.of(KindsGraph::node, "shape", ArtifactLoader.json(Codecs.SHAPE));

  /** Output {@code bag}: {@code bag.json}, written by step {@code judge}. */
  static final ArtifactRef<Kinds.Bag> BAG =
      ArtifactRef.of(KindsGraph::node, "bag", ArtifactLoader.json(Codecs.BAG));

  /** Output {@code log}: {@code log.txt}, written by step {@code judge}. */
  public static final ArtifactRef<Path> LOG =
      ArtifactRef.of(KindsGraph::node, "log", ArtifactLoader.file((Path file) -> file));

  /** Output {@code scores}: {@code scores.json}, written by step {@code judge}. */
  static final ArtifactRef<Kinds.Scores> SCORES =
      ArtifactRef.of(KindsGraph::node, "scores", ArtifactLoader.json(Codecs.SCORES));

  /** Output {@code final}: {@code final.txt}, written by step {@code last}. */
  public static final ArtifactRef<Long> FINAL =
      ArtifactRef.of(
          KindsGraph::node, "final", ArtifactLoader.text((String content) -> Kinds.load(content)));

  /** For tools that look up graphs as services; {@link #node()} is the node. */
  public KindsGraph() {}

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

    /**
     * The result of experiment {@code kinds}.
     *
     * @return its metrics, artifacts and failures
     */
    public Result kinds() {
      return all.get("kinds");
    }

    /** The table of results. */
    @Override
    public String toString() {
      return all.toString();
    }
  }

  /** The names of its treatments. */
  public static final class Treatments {
    /** {@code high size}. */
    public static final String HIGH_SIZE = "high size";

    /** {@code empty}. */
    public static final String EMPTY = "empty";

    private Treatments() {}
  }

  /** The names of the metrics its steps declare. */
  public static final class MetricNames {
    /** {@code accuracy}. */
    public static final String ACCURACY = "accuracy";

    /** {@code n}. */
    public static final String N = "n";

    /** {@code last}. */
    public static final String LAST = "last";

    private MetricNames() {}
  }

  /** What the experiment is made of, put together when first asked for. */
  private static final class Node {
    static final ExperimentNode NODE = build();

    private Node() {}

    private static ExperimentNode build() {
      ExperimentNode.Builder node = ExperimentNode.builder("kinds");
      node.compiled(
          1,
          "kinds",
          "f9284d57d1d84e5a05b0858f66ff6ba4ade0051eb472a1c723b5b813568e3f3c",
          name -> KindsGraph.class.getResourceAsStream(name));
      node.catalog(code -> Catalog.list(code));
      node.description("Gr\u00f6\u00dfe */ <b> C:\\users {@code x}\nsecond");
      node.replicates(3);
      node.seed(12345678901L);
      node.retries(2);
      node.backoff(Duration.ofMillis(500));
      node.timeout(Duration.ofMinutes(90));
      node.baseline(
          Map.of(
              "size", 3,
              "color", "dark_blue",
              "ranges", List.of(values(), Map.of("low", 2)),
              "folder", "data"));
      node.treatment("high size", Map.of("size", 9007));
      node.treatment("empty", Map.of());
      var table = node.dataSource("table", "table", Node::table);
      var numbers = node.input("numbers", NumbersGraph.ALL.input());
      node.startWithInputs()
          .then("count", step -> count(step, table))
          .then("scale", Node::scale)
          .then("scale", Node::scale2)
          .through("look", step -> look(step, numbers, numbers))
          .then("wrap", Node::wrap)
          .then("judge", Node::judge)
          .then("last", Node::last);
      node.hypothesis(
          "paired",
          "paired",
          List.of(List.of("accuracy", "last"), List.of("n")),
          Correction.BENJAMINI_HOCHBERG,
          Node::paired);
      return node.build();
    }

    private static SourceBody<Map<String, List<Integer>>> table(StepSpec source) {
      Slot<Integer> size = source.param("size", Codec.INT);
      return context -> context.instance(Kinds.class, Kinds::new).table(context.get(size));
    }

    private static StepBody<Map<String, Object>, Integer> count(
        StepSpec step, Slot<Map<String, List<Integer>>> table) {
      Slot<Integer> times = step.param("times", Codec.INT, 3);
      return (context, data) ->
          context.instance(Kinds.class, Kinds::new).count(context.get(table), context.get(times));
    }

    private static StepBody<Integer, Double> scale(StepSpec step) {
      step.timeout(Duration.ofSeconds(30));
      step.fix("factor", 2);
      Slot<Double> factor = step.param("factor", Codec.DOUBLE);
      return (context, data) -> Kinds.scale(data, context.get(factor));
    }

    private static StepBody<Double, Double> scale2(StepSpec step) {
      step.retries(0);
      step.backoff(Duration.ZERO);
      step.fix("factor", 3.5e-7);
      Slot<Double> factor = step.param("factor", Codec.DOUBLE);
      return (context, data) -> Kinds.scale(data, context.get(factor));
    }

    private static PassingBody<Double> look(
        StepSpec step, Slot<?> numbers, Slot<double[]> numbers2) {
      step.readsContext();
      return (context, data) ->
          Kinds.look(
              data,
              context.get(numbers, RawForm.BYTES),
              context.get(numbers, RawForm.TEXT),
              context.get(numbers, RawForm.FILE),
              context.get(numbers2),
              context,
              context.metrics());
    }

    private static StepBody<Double, String> wrap(StepSpec step) {
      Slot<Kinds.Color> color = step.param("color", Codecs.COLOR);
      Slot<List<Kinds.Range>> ranges = step.param("ranges", Codec.list(Codecs.RANGE));
      Slot<Kinds.Range> range = step.param("range", Codecs.RANGE, Map.of("low", 1));
      Slot<String> text = step.param("text", Codec.STRING, "C:\\users \"x\"");
      Slot<Path> folder = step.param("folder", Codec.PATH);
      OutputSlot<Kinds.Tree> tree =
          step.output(KindsGraph.TREE, "tree.json", ArtifactWriter.json(Codecs.TREE));
      return (context, data) -> {
        StepResult<String> result =
            Kinds.wrap(
                data,
                context.get(color),
                context.get(ranges),
                context.get(range),
                context.get(text),
                context.get(folder),
                context.random(),
                context.output(tree));
        result.metrics().forEach(context.metrics()::record);
        return result.data();
      };
    }

    private static StepBody<String, Kinds.Scores> judge(StepSpec step) {
      OutputSlot<Kinds.Shape> shape =
          step.output(KindsGraph.SHAPE, "shape.json", ArtifactWriter.json(Codecs.SHAPE));
      OutputSlot<Kinds.Bag> bag =
          step.output(KindsGraph.BAG, "bag.json", ArtifactWriter.json(Codecs.BAG));
      OutputSlot<Path> log = step.output(KindsGraph.LOG, "log.txt", ArtifactWriter.copy());
      OutputSlot<Kinds.Scores> scores =
          step.output(KindsGraph.SCORES, "scores.json", ArtifactWriter.json(Codecs.SCORES));
      return (context, data) -> {
        Kinds.Scores result =
            Kinds.judge(data, context.output(shape), context.output(bag), context.output(log));
        context.output(scores).write(result);
        context.metrics().record("accuracy", result.accuracy());
        context.metrics().record("n", result.n());
        return result;
      };
    }

    private static StepBody<Kinds.Scores, Long> last(StepSpec step) {
      OutputSlot<Long> final_ =
          step.output(
              KindsGraph.FINAL,
              "final.txt",
              ArtifactWriter.stream((Long value, OutputStream out) -> Kinds.save(value, out)));
      return (context, data) -> {
        long result = context.instance(Kinds.class, Kinds::new).last(data);
        context.output(final_).write(result);
        context.metrics().record("last", result);
        return result;
      };
    }

    private static VerifierBody paired(StepSpec verifier) {
      verifier.fix("alpha", 0.01);
      Slot<Double> alpha = verifier.param("alpha", Codec.DOUBLE, 0.05);
      return (context, baseline, treatment) -> {
        Kinds.Finding result =
            Kinds.paired(baseline, treatment, context.get(alpha), context.random());
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("p_value", result.pValue());
        findings.put("effect", result.effect());
        return findings;
      };
    }

    private static Map<String, Object> values() {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("low", 1);
      values.put("high", 3);
      return values;
    }
  }

  /** How values are spelt in JSON and YAML. */
  private static final class Codecs {
    static final Codec<Kinds.Tree> TREE = Codec.record("Tree", Codecs::tree);

    static final Codec<Kinds.Circle> CIRCLE = Codec.record("Circle", Codecs::circle);

    static final Codec<Kinds.Color> COLOR = Codec.enumeration(Kinds.Color.class);

    static final Codec<Kinds.Square> SQUARE = Codec.record("Square", Codecs::square);

    static final Codec<Kinds.Shape> SHAPE =
        Codec.sealed(
            "Shape",
            List.of(
                CodecVariant.of("circle", Kinds.Circle.class, Codecs.CIRCLE),
                CodecVariant.of("square", Kinds.Square.class, Codecs.SQUARE)));

    static final Codec<Kinds.Pair<Integer, String>> PAIR = Codec.record("Pair", Codecs::pair);

    static final Codec<Kinds.Bag> BAG = Codec.record("Bag", Codecs::bag);

    static final Codec<Kinds.Scores> SCORES = Codec.record("Scores", Codecs::scores);

    static final Codec<Kinds.Range> RANGE = Codec.record("Range", Codecs::range);

    private Codecs() {}

    private static Function<CodecValues, Kinds.Tree> tree(CodecFields<Kinds.Tree> fields) {
      CodecField<String> name = fields.add("name", Codec.STRING, value -> value.name());
      CodecField<List<Kinds.Tree>> children =
          fields.add(
              "children", Codec.list(Codec.lazy(() -> Codecs.TREE)), value -> value.children());
      return values -> new Kinds.Tree(values.get(name), values.get(children));
    }

    private static Function<CodecValues, Kinds.Circle> circle(CodecFields<Kinds.Circle> fields) {
      CodecField<Double> radius = fields.add("radius", Codec.DOUBLE, value -> value.radius());
      return values -> new Kinds.Circle(values.get(radius));
    }

    private static Function<CodecValues, Kinds.Square> square(CodecFields<Kinds.Square> fields) {
      CodecField<Double> side = fields.add("side", Codec.DOUBLE, value -> value.side());
      CodecField<Kinds.Color> color = fields.add("color", Codecs.COLOR, value -> value.color());
      return values -> new Kinds.Square(values.get(side), values.get(color));
    }

    private static Function<CodecValues, Kinds.Pair<Integer, String>> pair(
        CodecFields<Kinds.Pair<Integer, String>> fields) {
      CodecField<Integer> first = fields.add("first", Codec.INT, value -> value.first());
      CodecField<String> second = fields.add("second", Codec.STRING, value -> value.second());
      return values -> new Kinds.Pair<Integer, String>(values.get(first), values.get(second));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Kinds.Pair<Integer, String>[] newArray(int length) {
      return (Kinds.Pair<Integer, String>[]) new Kinds.Pair[length];
    }

    private static Function<CodecValues, Kinds.Bag> bag(CodecFields<Kinds.Bag> fields) {
      CodecField<Kinds.Pair<Integer, String>[]> pairs =
          fields.add("pairs", Codec.array(Codecs.PAIR, Codecs::newArray), value -> value.pairs());
      CodecField<Map<String, long[]>> longs =
          fields.add("longs", Codec.map(Codec.LONG_ARRAY), value -> value.longs());
      CodecField<Character> fields2 = fields.add("fields", Codec.CHAR, value -> value.fields());
      CodecField<byte[]> raw = fields.add("raw", Codec.BYTE_ARRAY, value -> value.raw());
      return values ->
          new Kinds.Bag(values.get(pairs), values.get(longs), values.get(fields2), values.get(raw));
    }

    private static Function<CodecValues, Kinds.Scores> scores(CodecFields<Kinds.Scores> fields) {
      CodecField<Double> accuracy = fields.add("accuracy", Codec.DOUBLE, value -> value.accuracy());
      CodecField<Integer> n = fields.add("n", Codec.INT, value -> value.n());
      CodecField<String> note = fields.add("note", Codec.STRING, value -> value.note());
      return values -> new Kinds.Scores(values.get(accuracy), values.get(n), values.get(note));
    }

    private static Function<CodecValues, Kinds.Range> range(CodecFields<Kinds.Range> fields) {
      CodecField<Integer> low = fields.add("low", Codec.INT, value -> value.low());
      CodecField<Optional<Integer>> high =
          fields.add("high", Codec.optional(Codec.INT), value -> value.high());
      return values -> new Kinds.Range(values.get(low), values.get(high));
    }
  }

  /** All code that a configuration may name, for {@code fromYaml}. */
  private static final class Catalog {
    private Catalog() {}

    private static void list(CodeCatalog code) {
      code.dataSource(
          "table",
          GenericType.of(Map.class, String.class, GenericType.of(List.class, Integer.class)),
          Node::table);
      code
          .step("count", int.class, step -> Node.count(step, step.input("table")))
          .reads(
              "table",
              GenericType.of(Map.class, String.class, GenericType.of(List.class, Integer.class)));
      code.step("scale", double.class, Node::scale2).takes("data", double.class);
      code
          .passing("look", Catalog::look)
          .takes("data", double.class)
          .reads("numbers", byte[].class)
          .reads("numbers", String.class)
          .reads("numbers", Path.class)
          .reads("numbers", double[].class)
          .recordsAny();
      code
          .step("wrap", String.class, Node::wrap)
          .takes("data", double.class)
          .writes("tree", Kinds.Tree.class)
          .recordsAny();
      code
          .step("judge", Kinds.Scores.class, Catalog::judge)
          .takes("data", CharSequence.class)
          .writes("shape", Kinds.Shape.class)
          .writes("bag", Kinds.Bag.class)
          .writes("log", Path.class)
          .writes("scores", Kinds.Scores.class)
          .records("accuracy", "n");
      code
          .step("last", long.class, Catalog::last)
          .takes("data", Object.class)
          .writes("final", Long.class)
          .records("last");
      code.verifier("paired", Node::paired);
      code.writer(
          "save",
          Long.class,
          ArtifactWriter.stream((Long value, OutputStream out) -> Kinds.save(value, out)));
      code.loader("load", long.class, ArtifactLoader.text((String content) -> Kinds.load(content)));
      code.json(Kinds.Tree.class, Codecs.TREE);
      code.json(Kinds.Shape.class, Codecs.SHAPE);
      code.json(Kinds.Bag.class, Codecs.BAG);
      code.json(Kinds.Scores.class, Codecs.SCORES);
      code.json(Long.class, Codec.LONG);
      code.output("tree", Kinds.Tree.class, Kinds.Tree.class);
      code.output("shape", Kinds.Shape.class, Kinds.Shape.class);
      code.output("bag", Kinds.Bag.class, Kinds.Bag.class);
      code.output("log", Path.class, Path.class);
      code.output("scores", Kinds.Scores.class, Kinds.Scores.class);
      code.output("final", Long.class, Long.class);
    }

    private static PassingBody<Double> look(StepSpec step) {
      Slot<byte[]> numbers = step.input("numbers");
      Slot<String> numbers2 = step.input("numbers");
      Slot<Path> numbers3 = step.input("numbers");
      Slot<double[]> numbers4 = step.input("numbers");
      step.readsContext();
      return (context, data) ->
          Kinds.look(
              data,
              context.get(numbers),
              context.get(numbers2),
              context.get(numbers3),
              context.get(numbers4),
              context,
              context.metrics());
    }

    private static StepBody<CharSequence, Kinds.Scores> judge(StepSpec step) {
      OutputSlot<Kinds.Shape> shape = step.output("shape");
      OutputSlot<Kinds.Bag> bag = step.output("bag");
      OutputSlot<Path> log = step.output("log");
      OutputSlot<Kinds.Scores> scores = step.output("scores");
      return (context, data) -> {
        Kinds.Scores result =
            Kinds.judge(data, context.output(shape), context.output(bag), context.output(log));
        context.output(scores).write(result);
        context.metrics().record("accuracy", result.accuracy());
        context.metrics().record("n", result.n());
        return result;
      };
    }

    private static StepBody<Object, Long> last(StepSpec step) {
      OutputSlot<Long> final_ = step.output("final");
      return (context, data) -> {
        long result = context.instance(Kinds.class, Kinds::new).last(data);
        context.output(final_).write(result);
        context.metrics().record("last", result);
        return result;
      };
    }
  }
}
