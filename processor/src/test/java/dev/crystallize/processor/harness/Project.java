package dev.crystallize.processor.harness;

import dev.crystallize.processor.CrystallizeProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * A small project: Java sources and configurations, laid out as Maven has them when it compiles.
 * Immutable: each method returns a larger project.
 */
public final class Project {

  private static final Comparator<Path> DEEPEST_FIRST = Comparator.reverseOrder();

  private final Map<String, String> sources;
  private final Map<String, String> resources;
  private final List<String> options;
  private final List<Processor> others;
  private final Map<String, byte[]> dependencies;

  private Project(
      Map<String, String> sources,
      Map<String, String> resources,
      List<String> options,
      List<Processor> others,
      Map<String, byte[]> dependencies) {
    this.sources = sources;
    this.resources = resources;
    this.options = options;
    this.others = others;
    this.dependencies = dependencies;
  }

  /** Returns a project without any file. */
  public static Project of() {
    return new Project(Map.of(), Map.of(), List.of(), List.of(), Map.of());
  }

  /** Adds a class; the text begins with its package, if it has one. */
  public Project java(String simpleName, String text) {
    return new Project(
        with(sources, folderOf(text) + simpleName + ".java", text),
        resources,
        options,
        others,
        dependencies);
  }

  /** Adds the configuration of an experiment. */
  public Project yaml(String folder, String text) {
    return resource("experiments/" + folder + "/config.yaml", text);
  }

  /** Adds any file that lies in the class output before the compiler runs. */
  public Project resource(String path, String text) {
    return new Project(sources, with(resources, path, text), options, others, dependencies);
  }

  /** Adds an option of the compiler. */
  public Project option(String option) {
    List<String> more = new ArrayList<>(options);
    more.add(option);
    return new Project(sources, resources, more, others, dependencies);
  }

  /** Adds a processor that runs before ours. It serves one compilation only. */
  public Project processor(Processor processor) {
    List<Processor> more = new ArrayList<>(others);
    more.add(processor);
    return new Project(sources, resources, options, more, dependencies);
  }

  /** Adds the class output of another project to the class path. */
  public Project dependingOn(Compilation other) {
    return dependingOn(other.output());
  }

  /** Adds classes to the class path, by path. */
  public Project dependingOn(Map<String, byte[]> classes) {
    Map<String, byte[]> more = new TreeMap<>(dependencies);
    more.putAll(classes);
    return new Project(sources, resources, options, others, more);
  }

  /** Returns the texts of the Java files, by path below the source folder. */
  public Map<String, String> sources() {
    return sources;
  }

  /** Returns the texts of the files that lie in the class output, by path. */
  public Map<String, String> resources() {
    return resources;
  }

  /** Compiles in an empty folder. */
  public Compilation compileWith(Compiler compiler) {
    return compileOnto(compiler, Map.of());
  }

  /**
   * Compiles these sources alone onto what an earlier compilation left in the class output, as an
   * incremental build does.
   */
  public Compilation compileOnto(Compiler compiler, Compilation earlier) {
    return compileOnto(compiler, earlier.output());
  }

  private Compilation compileOnto(Compiler compiler, Map<String, byte[]> output) {
    try {
      Path root = InMemory.folder();
      try {
        return compile(compiler, root, output);
      } finally {
        delete(root);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Compilation compile(Compiler compiler, Path root, Map<String, byte[]> output)
      throws IOException {
    Path classes = Files.createDirectories(root.resolve("classes"));
    Path generated = Files.createDirectories(root.resolve("generated"));
    Path libraries = Files.createDirectories(root.resolve("libraries"));
    writeBytes(classes, output);
    writeBytes(libraries, dependencies);
    write(classes, resources);
    List<Path> files = write(root.resolve("src"), sources);
    JavaCompiler tool = compiler.tool();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter log = new StringWriter();
    boolean success;
    try (StandardJavaFileManager manager =
        tool.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> arguments = new ArrayList<>(List.of("--release", "17"));
      arguments.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
      String path =
          UserClassPath.files().stream()
              .map(File::getPath)
              .collect(Collectors.joining(File.pathSeparator));
      arguments.addAll(
          List.of(
              "-classpath",
              String.join(File.pathSeparator, classes.toString(), path, libraries.toString())));
      arguments.addAll(List.of("-encoding", "UTF-8"));
      arguments.addAll(options);
      JavaCompiler.CompilationTask task =
          tool.getTask(
              log, manager, found, arguments, null, manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(others);
      processors.add(new CrystallizeProcessor());
      task.setProcessors(processors);
      success = task.call();
    }
    return new Compilation(
        compiler,
        success,
        found.getDiagnostics().stream().map(report -> Report.of(report, compiler)).toList(),
        texts(read(generated)),
        read(classes),
        log.toString());
  }

  private static Map<String, String> with(Map<String, String> files, String path, String text) {
    Map<String, String> more = new TreeMap<>(files);
    more.put(path, text);
    return more;
  }

  private static String folderOf(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("package "))
        .findFirst()
        .map(line -> line.substring(8, line.indexOf(';')).strip().replace('.', '/') + "/")
        .orElse("");
  }

  private static List<Path> write(Path root, Map<String, String> files) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      written.add(Files.writeString(path, file.getValue()));
    }
    return written;
  }

  private static void writeBytes(Path root, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static Map<String, byte[]> read(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(DEEPEST_FIRST).toList()) {
        Files.delete(path);
      }
    }
  }
}
