package dev.crystallize.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Runs a tool of the JDK and tells how it ended and all it said. */
record Tool(int exitCode, String output) {
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
    List<String> command =
        Stream.concat(
                Stream.of(System.getProperty("java.home") + "/bin/java"), Stream.of(arguments))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Tool(process.waitFor(), output);
  }

  /** The names of the classes that jdeps has missed. */
  List<String> missing() {
    return MISSING_CLASS.matcher(output).results().map(found -> found.group(1)).toList();
  }
}
