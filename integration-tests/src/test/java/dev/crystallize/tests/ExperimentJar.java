package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A jar of a user's, to be compiled against the jars it needs: the named module {@code
 * com.acme.<name>} with one package of that name, which a class path does not mind.
 *
 * @param folder where it is compiled
 * @param needs the jars it is compiled against
 */
record ExperimentJar(Path folder, String name, List<ExperimentJar> needs) {

  ExperimentJar {
    needs = List.copyOf(needs);
  }

  /** Writes a class, the text of which begins behind its package. */
  ExperimentJar java(String simpleName, String text) throws IOException {
    return write(sources(), simpleName + ".java", "package com.acme." + name + ";\n" + text);
  }

  /** Writes the configuration of an experiment. */
  ExperimentJar yaml(String experiment, String text) throws IOException {
    return write(classes(), "experiments/" + experiment + "/config.yaml", text);
  }

  /** Compiles without packing. */
  Tool compile(String... options) throws IOException {
    String requires =
        needs.stream()
            .map(needed -> "  requires transitive com.acme." + needed.name() + ";\n")
            .collect(Collectors.joining());
    write(
        sources(),
        "module-info.java",
        """
        module com.acme.%s {
          requires transitive dev.crystallize.runtime;
          exports com.acme.%s;
        %s}
        """
            .formatted(name, name, requires));
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-processorpath", Jars.PROCESSOR.path().toString()));
    arguments.addAll(List.of("-Xlint:all,-processing", "-Werror"));
    arguments.addAll(List.of("-d", classes().toString()));
    Path generated = Files.createDirectories(folder.resolve(name).resolve("generated"));
    arguments.addAll(List.of("-s", generated.toString()));
    boolean named = arguments.contains("--module-path");
    try (Stream<Path> files = Files.list(sources())) {
      files
          .map(Path::toString)
          .filter(file -> named || !file.endsWith("module-info.java"))
          .sorted()
          .forEach(arguments::add);
    }
    return Tool.run("javac", arguments.toArray(String[]::new));
  }

  /** Compiles and packs it; it must be right. */
  ExperimentJar pack(String... options) throws IOException {
    Tool javac = compile(options);
    assertThat(javac.exitCode()).as(javac.output()).isZero();
    assertThat(javac.output()).isEmpty();
    Tool jar =
        Tool.run("jar", "--create", "--file", jar().toString(), "-C", classes().toString(), ".");
    assertThat(jar.exitCode()).as(jar.output()).isZero();
    return this;
  }

  /** The path of what it needs, to compile it. */
  String path() {
    return Stream.concat(
            needs.stream().map(needed -> needed.jar().toString()), Stream.of(Jars.runtimePath()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  Path jar() {
    return folder.resolve(name + ".jar");
  }

  private Path classes() {
    return folder.resolve(name).resolve("classes");
  }

  private Path sources() {
    return folder.resolve(name).resolve("src");
  }

  private ExperimentJar write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }
}
