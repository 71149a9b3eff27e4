package dev.crystallize.runtime;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Experiments with all they depend on, ready to run. Immutable. */
public final class ExperimentGraph {

  private final Map<String, ExperimentNode> nodes;
  private final boolean asItIs;

  private ExperimentGraph(Map<String, ExperimentNode> nodes, boolean asItIs) {
    this.nodes = nodes;
    this.asItIs = asItIs;
  }

  /**
   * A graph of experiments and all that they read from, directly or through others.
   *
   * @param nodes the experiments wanted, at least one
   * @return the graph
   * @throws IllegalArgumentException if there is none, or two different ones have one name
   */
  public static ExperimentGraph of(ExperimentNode... nodes) {
    if (nodes.length == 0) {
      throw new IllegalArgumentException("a graph needs at least one experiment");
    }
    return new ExperimentGraph(NodeGraph.reachable(Arrays.asList(nodes)), false);
  }

  /**
   * Describes the graph as YAML has it now, wiring included, with the code of the generated nodes
   * on the class path.
   *
   * @param config a {@code config.yaml}, whose folder lies beside those of the experiments it reads
   *     from; or the folder of one experiment; or a folder that holds folders of experiments, all
   *     of which are then in the graph
   * @return the graph
   * @throws ConfigurationException if a configuration is wrong or needs code that is not there,
   *     with what was looked through
   */
  public static ExperimentGraph fromYaml(Path config) {
    return fromYaml(config, GeneratedNodes.found());
  }

  /**
   * Like {@link #fromYaml(Path)}, with the code of the given nodes: for named modules without
   * {@code provides}, and for tests.
   *
   * @param config a configuration, or a folder as above
   * @param nodes the nodes that have the code
   * @return the graph
   * @throws ConfigurationException as above
   */
  public static ExperimentGraph fromYaml(Path config, ExperimentNode... nodes) {
    return fromYaml(config, List.of(nodes));
  }

  private static ExperimentGraph fromYaml(Path config, List<ExperimentNode> code) {
    YamlPlaces places = YamlPlaces.of(config);
    return new ExperimentGraph(new YamlGraph(places.source(), code).read(places.wanted()), true);
  }

  /**
   * Like {@link #fromYaml(Path)}, for a configuration on the class path.
   *
   * @param name the name of the resource, such as {@code experiments/consumer/config.yaml}
   * @return the graph
   * @throws ConfigurationException as above
   */
  public static ExperimentGraph fromResource(String name) {
    ResourcePlaces places = ResourcePlaces.of(name);
    return new ExperimentGraph(
        new YamlGraph(places, GeneratedNodes.found()).read(List.of(places.folder())), true);
  }

  /**
   * The experiments.
   *
   * @return their names
   */
  public List<String> experiments() {
    return List.copyOf(nodes.keySet());
  }

  /**
   * Runs everything with the default options.
   *
   * @return the results
   * @throws RunFailedException if a task or a verifier failed
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   */
  public GraphResult run() {
    return run(RunOptions.defaults());
  }

  /**
   * Runs the graph. Values are those that the configurations have now. Interrupting the calling
   * thread stops the run; what is committed stays.
   *
   * @param options how
   * @return the results
   * @throws RunFailedException if a task or a verifier failed or the run was interrupted, unless
   *     the options say {@link OnFailure#RETURN}
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   * @throws UnknownTreatmentException if no experiment defines a treatment that was asked for
   * @throws SettingException if a parameter that was to be set is not there, or not to this value
   * @throws StorageException if the data folder cannot be read or written
   */
  public GraphResult run(RunOptions options) {
    GraphResult results = new GraphRun(setup(options), options).run();
    if (options.onFailure() == OnFailure.THROW
        && (!results.successful() || results.interrupted())) {
      throw new RunFailedException(results);
    }
    return results;
  }

  /**
   * Says what a run would do, without doing anything: with {@link RunOptions.Builder#resume}, which
   * tasks would be reused and why the others run.
   *
   * @param options how it would be run
   * @return the plan
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   * @throws UnknownTreatmentException if no experiment defines a treatment that was asked for
   * @throws StorageException if the run would resume and the data folder cannot be read
   */
  public Plan plan(RunOptions options) {
    return new GraphRun(setup(options), options).plan();
  }

  /**
   * Finds a seed that nobody has to choose: for a run that resumes, the one of the run to go on
   * with, which is the one that wrote to the data folder last of those that were given a seed; else
   * one drawn at random. Hand it to {@link RunOptions.Builder#seed}.
   *
   * @param options how the graph is to be run
   * @return the seed
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   * @throws StorageException if the run would resume and the data folder cannot be read
   */
  public long drawSeed(RunOptions options) {
    if (!options.resume()) {
      return DrawnSeed.drawn();
    }
    try {
      return DrawnSeed.resumed(
          setup(options).nodes().values(), DataFolder.at(options.dataDirectory()));
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Runs one task alone with the default options, as {@link #debug(String, String, int,
   * RunOptions)} does.
   *
   * @param experiment the experiment's name
   * @param condition {@code baseline} or a treatment
   * @param replicate the replicate, from 0
   * @return what it gave
   * @throws TaskFailedException if it failed
   * @throws ArtifactException if what it reads is not on disk
   * @throws IllegalArgumentException if there is no such experiment or replicate
   * @throws UnknownTreatmentException if no experiment of the graph has such a condition
   */
  public DebuggedTask debug(String experiment, String condition, int replicate) {
    return debug(experiment, condition, replicate, RunOptions.defaults());
  }

  /**
   * Runs one task alone: in the calling thread, so that a debugger stops where it should, once and
   * without a time limit. It draws the numbers it draws in a run, reads what the newest version
   * that holds it has on disk, and writes to a scratch folder; no result changes.
   *
   * @param experiment the experiment's name
   * @param condition {@code baseline} or a treatment
   * @param replicate the replicate, from 0
   * @param options the options of the run that it belongs to: seed, replicates, data folder
   * @return what it gave
   * @throws TaskFailedException if it failed
   * @throws ArtifactException if what it reads is not on disk
   * @throws IllegalArgumentException if there is no such experiment or replicate
   * @throws UnknownTreatmentException if no experiment of the graph has such a condition
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   * @throws StorageException if the data folder cannot be read
   */
  public DebuggedTask debug(
      String experiment, String condition, int replicate, RunOptions options) {
    GraphSetup setup = setup(options);
    try {
      GraphRun run = new GraphRun(setup, options);
      return new DebugRun(setup, run.tasks(), run.resources(), options)
          .run(experiment, condition, replicate);
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Draws the graph in the language of Graphviz, as it would run with the default options.
   *
   * @return a box for each experiment with its number of replicates and conditions, boxes of one
   *     {@code cli: group} framed together, and an arrow for what one reads of another
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   */
  public String toDot() {
    return DotText.of(picture(RunOptions.defaults()));
  }

  /**
   * Draws the graph in the language of Mermaid, as it would run with the default options.
   *
   * @return the same picture as {@link #toDot()}, for Markdown files
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   */
  public String toMermaid() {
    return MermaidText.of(picture(RunOptions.defaults()));
  }

  /**
   * Writes what {@link #toDot()} gives to a file, whole or not at all.
   *
   * @param file the file, replaced if it exists; its folder must exist
   * @param options the treatments and replicates to show
   * @throws StorageException if it cannot be written
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   * @throws UnknownTreatmentException if no experiment defines a treatment that was asked for
   */
  public void writeDot(Path file, RunOptions options) {
    byte[] text = DotText.of(picture(options)).getBytes(StandardCharsets.UTF_8);
    try {
      WholeFile.write(file, out -> out.write(text));
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Draws the graph with the program {@code dot} of Graphviz, which must be installed.
   *
   * @param picture the file to write, which ends in {@code .svg} or {@code .png}; replaced if it
   *     exists
   * @throws IllegalArgumentException if the file ends in anything else
   * @throws GraphvizException if {@code dot} is not installed or fails, with what to do
   * @throws StorageException if the file cannot be written
   * @throws ConfigurationException if a configuration is wrong, or wired otherwise than the code
   */
  public void visualize(Path picture) {
    visualize(picture, Graphviz.INSTALLED);
  }

  void visualize(Path picture, Graphviz graphviz) {
    graphviz.draw(toDot(), picture);
  }

  /**
   * Draws the graph of a configuration to {@code <experiment>.svg} in the working directory.
   *
   * @param config what {@link #fromYaml(Path)} takes
   * @return the file
   * @throws GraphvizException if the program {@code dot} is not installed or fails
   * @throws ConfigurationException as {@link #fromYaml(Path)}
   */
  public static Path visualizeFromYaml(Path config) {
    return fromYaml(config).visualizeIn(Path.of(""), Graphviz.INSTALLED);
  }

  /**
   * Draws the graph of a configuration.
   *
   * @param config what {@link #fromYaml(Path)} takes
   * @param picture the file to write, which ends in {@code .svg} or {@code .png}
   * @return the file
   * @throws IllegalArgumentException if the file ends in anything else
   * @throws GraphvizException if the program {@code dot} is not installed or fails
   * @throws ConfigurationException as {@link #fromYaml(Path)}
   */
  public static Path visualizeFromYaml(Path config, Path picture) {
    fromYaml(config).visualize(picture);
    return picture;
  }

  /** The picture is named after the one experiment that nobody reads, if there is just one. */
  Path visualizeIn(Path folder, Graphviz graphviz) {
    List<String> last = picture(RunOptions.defaults()).unread();
    Path picture = folder.resolve((last.size() == 1 ? last.get(0) : "experiments") + ".svg");
    visualize(picture, graphviz);
    return picture;
  }

  private GraphPicture picture(RunOptions options) {
    GraphSetup setup = setup(options);
    return GraphPicture.of(new GraphRun(setup, options).tasks(), setup.nodes());
  }

  private GraphSetup setup(RunOptions options) {
    GraphSetup setup =
        asItIs
            ? GraphSetup.asTheyAre(nodes)
            : GraphSetup.current(nodes.values(), new ConfigFiles(options.experiments()));
    return setup.with(options.settings());
  }
}
