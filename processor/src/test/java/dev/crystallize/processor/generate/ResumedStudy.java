package dev.crystallize.processor.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.OnFailure;
import dev.crystallize.runtime.Plan;
import dev.crystallize.runtime.RunListener;
import dev.crystallize.runtime.RunOptions;
import dev.crystallize.runtime.TaskId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A study on disk as a user has it: sources and configurations that the compiler turns into a class
 * folder or jar, two libraries, a file and a data folder. It is run, changed, and resumed.
 */
final class ResumedStudy {

  private final Map<Map<String, String>, Map<String, byte[]>> compiled;
  private final Path temp;
  private final Map<String, String> sources;
  private final Map<String, String> configs;
  private final Map<String, String> compiledConfigs;
  private final Map<String, String> libraries;
  private final Map<String, String> resources = new TreeMap<>();
  private Path data;
  private boolean jar;
  private int built;
  private String results = "";
  private List<String> warnings = List.of();

  /**
   * Writes the study down.
   *
   * @param compiled what is compiled already, by the texts it was compiled from; it grows
   * @param temp an empty folder
   * @param sources texts by class name; {@code @FILE@} in them is {@link #file()}
   * @param configs the configurations by experiment
   * @param libraries the source of a class {@code lib.<Name>} each, by name; each has a jar of its
   *     own and sees the others
   */
  ResumedStudy(
      Map<Map<String, String>, Map<String, byte[]>> compiled,
      Path temp,
      Map<String, String> sources,
      Map<String, String> configs,
      Map<String, String> libraries) {
    this.compiled = compiled;
    this.temp = temp;
    this.sources = new TreeMap<>(sources);
    this.sources.replaceAll((name, text) -> text.replace("@FILE@", file().toString()));
    this.configs = new TreeMap<>(configs);
    this.compiledConfigs = new TreeMap<>(configs);
    this.libraries = new TreeMap<>(libraries);
    this.data = temp.resolve("data");
    write(file(), "1");
    resources.put("numbers.txt", "1 2");
  }

  Path file() {
    return temp.resolve("file.txt");
  }

  Path data() {
    return data;
  }

  /** What the last run warned of. */
  List<String> warnings() {
    return warnings;
  }

  /** The metrics of the last run. */
  String results() {
    return results;
  }

  ResumedStudy edit(String type, UnaryOperator<String> edit) {
    return change(sources, type, edit);
  }

  ResumedStudy edit(String type, String before, String after) {
    return edit(type, text -> text.replace(before, after));
  }

  ResumedStudy library(String type, String before, String after) {
    return change(libraries, type, text -> text.replace(before, after));
  }

  ResumedStudy resource(String name, String text) {
    resources.put(name, text);
    return this;
  }

  /** Changes values that are read when the study runs; nothing is compiled. */
  ResumedStudy values(String experiment, String before, String after) {
    return change(configs, experiment, text -> text.replace(before, after));
  }

  /** Changes how an experiment is wired, which is compiled. */
  ResumedStudy wiring(String experiment, String before, String after) {
    values(experiment, before, after);
    compiledConfigs.putAll(configs);
    return this;
  }

  private ResumedStudy change(Map<String, String> texts, String name, UnaryOperator<String> edit) {
    String after = edit.apply(texts.get(name));
    if (after.equals(texts.put(name, after))) {
      throw new IllegalArgumentException("an edit that changes nothing of " + name);
    }
    return this;
  }

  /** From now on the classes lie in a jar. */
  ResumedStudy pack() {
    jar = true;
    return this;
  }

  /** Moves the data folder. */
  ResumedStudy moveData(Path target) {
    try {
      Files.createDirectories(target.getParent());
      data = Files.move(data, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  static void write(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles what has to be compiled and runs what has to run; returns the tasks that ran. */
  Set<String> resume() {
    return resume(RunOptions.builder());
  }

  Set<String> resume(RunOptions.Builder options) {
    Set<String> ran = new ConcurrentSkipListSet<>();
    List<String> told = new ArrayList<>();
    warnings = told;
    RunListener noting =
        new RunListener() {
          @Override
          public void warning(String text) {
            told.add(text);
          }

          @Override
          public void taskStarted(TaskId task) {
            ran.add(task.experiment() + " " + task.condition() + ":" + task.replicate());
          }
        };
    RunOptions how = options(options).listener(noting).onFailure(OnFailure.RETURN).build();
    results = with(graph -> graph.run(how).toCsv());
    return new TreeSet<>(ran);
  }

  Plan plan() {
    return with(graph -> graph.plan(options(RunOptions.builder()).build()));
  }

  private RunOptions.Builder options(RunOptions.Builder options) {
    return options.dataDirectory(data).resume(true).parallelism(2);
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(ExperimentGraph graph);
  }

  private <T> T with(Use<T> use) {
    try (URLClassLoader loader = new URLClassLoader(classPath(), getClass().getClassLoader())) {
      Class<?> graph = loader.loadClass("study.ShowGraph");
      return use.of((ExperimentGraph) graph.getMethod("graph").invoke(null));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every build lies in a place of its own, as after a move of the workspace. */
  private URL[] classPath() throws IOException {
    Path place = Files.createDirectories(temp.resolve("build" + built++));
    Map<String, byte[]> libraryClasses = compiled(libraries, Map.of(), Map.of());
    Map<String, byte[]> classes = new HashMap<>(compiled(sources, compiledConfigs, libraryClasses));
    configs.forEach(
        (name, text) -> classes.put("experiments/" + name + "/config.yaml", text.getBytes(UTF_8)));
    resources.forEach((name, text) -> classes.put(name, text.getBytes(UTF_8)));
    List<URL> path = new ArrayList<>();
    Path own = jar ? packed(place.resolve("study.jar"), classes) : written(place, classes);
    path.add(own.toUri().toURL());
    for (String name : libraries.keySet()) {
      String file = "lib/" + name + ".class";
      Path library = place.resolve(name + "-1.0.jar");
      path.add(packed(library, Map.of(file, libraryClasses.get(file))).toUri().toURL());
    }
    return path.toArray(URL[]::new);
  }

  private Map<String, byte[]> compiled(
      Map<String, String> sources, Map<String, String> configs, Map<String, byte[]> onto) {
    Map<String, String> key = new HashMap<>(sources);
    configs.forEach((name, text) -> key.put("config of " + name, text));
    return compiled.computeIfAbsent(key, each -> compile(sources, configs, onto));
  }

  private static Map<String, byte[]> compile(
      Map<String, String> sources, Map<String, String> configs, Map<String, byte[]> libraries) {
    Project project = Project.of();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      project = project.java(source.getKey(), source.getValue());
    }
    for (Map.Entry<String, String> config : configs.entrySet()) {
      project = project.yaml(config.getKey(), config.getValue());
    }
    Compilation compilation = project.dependingOn(libraries).compileWith(Compiler.JAVAC);
    if (!compilation.success()) {
      throw new IllegalArgumentException(compilation.describe());
    }
    return compilation.output();
  }

  private static Path written(Path place, Map<String, byte[]> files) throws IOException {
    Path folder = place.resolve("classes");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return folder;
  }

  private static Path packed(Path file, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream packing = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        packing.putNextEntry(new JarEntry(each.getKey()));
        packing.write(each.getValue());
        packing.closeEntry();
      }
    }
    return file;
  }
}
