package dev.crystallize.processor.harness;

import dev.crystallize.processor.CrystallizeProcessor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A javac in a process of its own, in surroundings that the test chooses.
 *
 * @param environment variables besides those of the test
 * @param options arguments besides those that every compilation needs
 * @param reversed whether files are made, and named to the compiler, from last to first
 */
public record JavacProcess(
    Map<String, String> environment, List<String> options, boolean reversed) {

  private static final Path JAVAC = Path.of(System.getProperty("java.home"), "bin", "javac");

  /**
   * What the process left behind.
   *
   * @param output all that it printed
   * @param files what it wrote, generated sources and the class output, by path
   */
  public record Outcome(int exitCode, String output, Map<String, String> files) {}

  /** Compiles a project in a folder, which is to be empty. */
  public Outcome compile(Project project, Path folder) throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    write(classes, project.resources());
    List<String> command = new ArrayList<>(List.of(JAVAC.toString()));
    command.addAll(List.of("--release", "17", "-encoding", "UTF-8"));
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    command.addAll(List.of("-classpath", classes + ":" + System.getProperty("java.class.path")));
    command.addAll(List.of("-processor", CrystallizeProcessor.class.getName()));
    command.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
    command.addAll(options);
    write(folder.resolve("src"), project.sources())
        .forEach(source -> command.add(source.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    int exitCode = process.waitFor();
    Map<String, String> files = read(classes);
    files.putAll(read(generated));
    return new Outcome(exitCode, output, files);
  }

  private List<Path> write(Path root, Map<String, String> texts) throws IOException {
    List<String> names = new ArrayList<>(new TreeMap<>(texts).keySet());
    if (reversed) {
      Collections.reverse(names);
    }
    List<Path> written = new ArrayList<>();
    for (String name : names) {
      Path path = root.resolve(name);
      Files.createDirectories(path.getParent());
      written.add(Files.writeString(path, texts.get(name)));
    }
    return written;
  }

  /** Reads bytes as characters of the same number, so that a difference can be read. */
  private static Map<String, String> read(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
