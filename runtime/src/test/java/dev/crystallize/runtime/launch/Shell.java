package dev.crystallize.runtime.launch;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines on one data folder and keeps what the last one printed. */
final class Shell {

  private final Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Shell(Path data) {
    this.data = data;
  }

  /** Returns the exit code. */
  int run(ExperimentNode node, String... args) {
    out.reset();
    err.reset();
    List<String> line = new ArrayList<>(List.of("--data=" + data));
    line.addAll(List.of(args));
    return Launcher.run(
        ExperimentGraph.of(node),
        line.toArray(String[]::new),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  String out() {
    return text(out);
  }

  String err() {
    return text(err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
