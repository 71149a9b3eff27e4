package dev.crystallize.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that compile. */
final class Javac {

  static final String NONE = "none";
  static final String IDLE = "idle";
  static final String OURS = "ours";
  static final String DAGGER = "dagger";

  private Javac() {}

  /**
   * The command that compiles sources into a new folder.
   *
   * @param sources what to compile
   * @param classes where to
   * @param processor one of the constants of this class
   */
  static List<String> command(Sources sources, Path classes, String processor) throws IOException {
    Files.createDirectories(classes);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Child.tool("javac"), "--release", "17", "-d", classes.toString()));
    command.addAll(
        List.of("-cp", String.join(File.pathSeparator, ClassPaths.user(), ClassPaths.dagger())));
    command.addAll(
        switch (processor) {
          case NONE -> List.of("-proc:none");
          case IDLE ->
              List.of(
                  "-processorpath", ClassPaths.own(), "-processor", IdleProcessor.class.getName());
          case OURS ->
              List.of(
                  "-processorpath",
                  ClassPaths.processor(),
                  "-Acrystallize.experiments=" + sources.folder().resolve("experiments"));
          case DAGGER ->
              List.of(
                  "-processorpath",
                  ClassPaths.daggerProcessor(),
                  "-processor",
                  "dagger.internal.codegen.ComponentProcessor");
          default -> throw new IllegalArgumentException(processor);
        });
    command.add("@" + sources.list());
    return command;
  }

  /** What is measured of it: the whole process. */
  static Side side(String name, Sources sources, String processor) {
    return new Side(
        name, () -> Child.succeed(command(sources, classes(sources), processor)).cost());
  }

  /** A new folder for classes, beside the sources. */
  static Path classes(Sources sources) throws IOException {
    return Scratch.fresh(sources.folder().resolveSibling("classes"));
  }
}
