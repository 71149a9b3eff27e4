package dev.crystallize.runtime;

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

  private GraphSetup setup(RunOptions options) {
    return asItIs
        ? GraphSetup.asTheyAre(nodes)
        : GraphSetup.current(nodes.values(), new ConfigFiles(options.experiments()));
  }
}
