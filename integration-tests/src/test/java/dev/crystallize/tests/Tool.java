package dev.crystallize.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Runs a tool of the JDK and tells how it ended and all it said. */
record Tool(int exitCode, String output) {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Pattern MISSING_CLASS = Pattern.compile(" -> (\\S+) +not found");

  static Tool run(String name, String... arguments) {
    ToolProvider tool = ToolProvider.findFirst(name).orElseThrow();
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exitCode = tool.run(writer, writer, arguments);
    return new Tool(exitCode, output.toString());
  }

  /** Starts {@code java} of the JDK that runs the tests in a process of its own. */
  static Tool java(String... arguments) throws Exception {
    return start(JAVA, arguments);
  }

  /** The same in a working directory of its own: {@code first}, a main class and its arguments. */
  static Tool javaIn(Path directory, String first, String main, String... arguments)
      throws Exception {
    List<String> command =
        Stream.concat(Stream.of(JAVA.toString(), first, main), Stream.of(arguments)).toList();
    return start(new ProcessBuilder(command).directory(directory.toFile()));
  }

  /**
   * Starts the Maven that runs the tests, offline: this build has already fetched what it needs.
   */
  static Tool maven(Path folder, String phase) throws Exception {
    return start(
        Path.of(property("maven.home"), "bin", "mvn"),
        "-B",
        "-o",
        "-Dmaven.repo.local=" + property("maven.repository"),
        "-f",
        folder.toString(),
        phase);
  }

  /** Starts the Maven that runs the tests, with a local repository of its own. */
  static Tool maven(Path folder, LocalRepository repository, String phase) throws Exception {
    return start(
        Path.of(property("maven.home"), "bin", "mvn"),
        "-B",
        "-s",
        repository.settings().toString(),
        "-Dmaven.repo.local=" + repository.folder(),
        "-f",
        folder.toString(),
        phase);
  }

  static String property(String name) {
    return Objects.requireNonNull(
        System.getProperty(name), () -> "the build sets no property " + name);
  }

  private static Tool start(Path program, String... arguments) throws Exception {
    List<String> command =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    return start(new ProcessBuilder(command));
  }

  private static Tool start(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Tool(process.waitFor(), output);
  }

  /** The names of the classes that jdeps has missed. */
  List<String> missing() {
    return MISSING_CLASS.matcher(output).results().map(found -> found.group(1)).toList();
  }
}
