package dev.crystallize.runtime;

import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The program {@code dot} of Graphviz, which lays graphs out and draws them. */
final class Graphviz {

  /** The program as it is found on the path. */
  static final Graphviz INSTALLED = new Graphviz(List.of("dot"));

  private static final List<String> FORMATS = List.of("svg", "png");
  private static final int SHOWN_MESSAGES = 5;

  private final List<String> command;

  /**
   * A program.
   *
   * @param command its name and the arguments that come first
   */
  Graphviz(List<String> command) {
    this.command = List.copyOf(command);
  }

  /**
   * Draws a graph.
   *
   * @param dot the graph
   * @param picture the file to write, in the format that its name ends in
   */
  void draw(String dot, Path picture) {
    String format = format(picture);
    try {
      Path folder = Files.createTempDirectory("crystallize-dot");
      Path graph = folder.resolve("graph.dot");
      Path drawn = folder.resolve("picture");
      Path messages = folder.resolve("messages");
      try {
        Files.writeString(graph, dot);
        int code = run(format, graph, drawn, messages);
        if (code != 0) {
          throw new GraphvizException(
              "'" + command.get(0) + "' ended with " + code + ": " + first(messages));
        }
        WholeFile.write(picture, out -> Files.copy(drawn, out));
      } finally {
        for (Path file : List.of(graph, drawn, messages, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new StorageException("cannot draw " + picture + ": " + e, e);
    } catch (StoreException e) {
      throw new StorageException(String.valueOf(e.getMessage()), e);
    }
  }

  private int run(String format, Path graph, Path drawn, Path messages) {
    List<String> line = new ArrayList<>(command);
    line.add("-T" + format);
    Process process;
    try {
      process =
          new ProcessBuilder(line)
              .redirectInput(graph.toFile())
              .redirectOutput(drawn.toFile())
              .redirectError(messages.toFile())
              .start();
    } catch (IOException e) {
      throw new GraphvizException(
          "the program '"
              + command.get(0)
              + "' was not found; it belongs to Graphviz: install the package graphviz"
              + " (apt install graphviz, brew install graphviz, winget install graphviz),"
              + " or draw the text of toDot() elsewhere",
          e);
    }
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new GraphvizException("interrupted while '" + command.get(0) + "' was drawing", e);
    }
  }

  private static String format(Path picture) {
    String name = String.valueOf(picture.getFileName()).toLowerCase(Locale.ROOT);
    return FORMATS.stream()
        .filter(format -> name.endsWith("." + format))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a picture's name ends in .svg or .png, but that of '"
                        + picture
                        + "' does not"));
  }

  /** The program writes in the encoding of the system, which may be any. */
  private static String first(Path messages) throws IOException {
    return new String(Files.readAllBytes(messages), Charset.defaultCharset())
        .lines()
        .limit(SHOWN_MESSAGES)
        .collect(Collectors.joining(" / "));
  }
}
