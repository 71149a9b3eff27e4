package dev.crystallize.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The jars that this build has made, and those they depend on, where the build says they are. */
enum Jars {
  ANNOTATIONS("annotations"),
  RUNTIME("runtime"),
  PROCESSOR("processor"),
  ASM("asm"),
  COMMONS_CLI("commons-cli");

  private final String property;

  Jars(String name) {
    this.property = "jar." + name;
  }

  Path path() {
    return Path.of(Tool.property(property));
  }

  /** What a user's program needs to run. */
  static String runtimePath() {
    return pathOf(RUNTIME, ANNOTATIONS, ASM, COMMONS_CLI);
  }

  static String pathOf(Jars... jars) {
    return Arrays.stream(jars)
        .map(jar -> jar.path().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The names of all files in the jar, without those of folders. */
  List<String> files() {
    try (JarFile jar = new JarFile(path().toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try (JarFile jar = new JarFile(path().toFile())) {
      JarEntry entry =
          Objects.requireNonNull(jar.getJarEntry(file), () -> file + " is not in " + path());
      return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
