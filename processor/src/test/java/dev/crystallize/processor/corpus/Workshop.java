package dev.crystallize.processor.corpus;

import dev.crystallize.processor.CrystallizeProcessor;
import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import dev.crystallize.processor.harness.UserClassPath;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * A compiler for many small projects: one file manager and class path serve them all, so that a
 * project costs milliseconds.
 */
final class Workshop implements AutoCloseable {

  private final Compiler compiler;
  private final JavaCompiler tool;
  private final StandardJavaFileManager manager;
  private final Path folder;

  Workshop(Compiler compiler, Path folder) throws IOException {
    this.compiler = compiler;
    this.tool = compiler.tool();
    this.folder = folder;
    this.manager = tool.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    manager.setLocation(StandardLocation.CLASS_PATH, UserClassPath.files());
  }

  /** Compiles a project in an empty folder. */
  Compilation compile(Sources sources, String... options) throws IOException {
    return compile(sources, List.of(), List.of(), options);
  }

  /**
   * Compiles a project in an empty folder.
   *
   * @param others processors that run before ours
   * @param libraries further entries of the class path
   */
  Compilation compile(
      Sources sources, List<Processor> others, List<Path> libraries, String... options)
      throws IOException {
    Path root = Files.createTempDirectory(folder, "project");
    Path classes = Files.createDirectories(root.resolve("classes"));
    Path generated = Files.createDirectories(root.resolve("generated"));
    for (Map.Entry<String, String> config : sources.configs().entrySet()) {
      Path file = classes.resolve("experiments").resolve(config.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, config.getValue());
    }
    manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
    manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
    List<File> path = new ArrayList<>(List.of(classes.toFile()));
    libraries.forEach(library -> path.add(library.toFile()));
    path.addAll(UserClassPath.files());
    manager.setLocation(StandardLocation.CLASS_PATH, path);
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StringWriter log = new StringWriter();
    List<String> arguments = new ArrayList<>(List.of("-Xlint:-options", "-proc:full"));
    if (compiler == Compiler.ECJ) {
      arguments = new ArrayList<>(List.of("-source", "17", "-target", "17"));
    } else if (Runtime.version().feature() < 21) {
      arguments.remove("-proc:full");
    }
    arguments.addAll(List.of(options));
    JavaCompiler.CompilationTask task =
        tool.getTask(log, manager, found, arguments, null, units(root, sources));
    List<Processor> processors = new ArrayList<>(others);
    processors.add(new CrystallizeProcessor());
    task.setProcessors(processors);
    boolean success = task.call();
    Compilation compilation =
        new Compilation(
            compiler,
            success,
            found.getDiagnostics().stream().map(one -> Report.of(one, compiler)).toList(),
            texts(generated),
            bytes(classes),
            log.toString());
    delete(root);
    return compilation;
  }

  @Override
  public void close() throws IOException {
    manager.close();
  }

  private Iterable<? extends JavaFileObject> units(Path root, Sources sources) throws IOException {
    Path java = Files.createDirectories(root.resolve("java"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> file : new TreeMap<>(sources.java()).entrySet()) {
      files.add(Files.writeString(java.resolve(file.getKey()), file.getValue()));
    }
    return manager.getJavaFileObjectsFromPaths(files);
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    bytes(root)
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private static Map<String, byte[]> bytes(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
