package dev.crystallize.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of sources that are made for a measurement. */
abstract class Sources {

  private final Path folder;
  private final List<String> files = new ArrayList<>();

  Sources(Path folder) {
    this.folder = folder;
  }

  /** Writes every file. */
  abstract void write() throws IOException;

  final Path folder() {
    return folder;
  }

  /** The file that lists the Java files, for javac. */
  final Path list() throws IOException {
    return Files.write(folder.resolve("files"), files);
  }

  final void java(String name, String text) throws IOException {
    files.add(file("study/" + name + ".java", "package study;\n\n" + text).toString());
  }

  final Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  /** Goes on with the files of others. */
  final void include(Sources others) throws IOException {
    others.write();
    files.addAll(others.files);
  }

  /** Goes on with the Java files below a folder. */
  final void include(Path sources) throws IOException {
    try (Stream<Path> found = Files.walk(sources)) {
      found.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(files::add);
    }
  }

  /** Which nodes a node reads: in groups of 65, so that none has more than 64 ancestors. */
  static int[] upstreams(int node) {
    int within = node % 65;
    int first = node - within;
    if (within == 0) {
      return new int[0];
    }
    return within / 2 == within - 1
        ? new int[] {node - 1}
        : new int[] {node - 1, first + within / 2};
  }
}
