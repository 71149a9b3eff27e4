package dev.crystallize.runtime.launch;

import dev.crystallize.annotations.Step;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;
import org.objectweb.asm.ClassReader;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * What starts JVMs that come to their first task soon: their classes lie in jars, ready loaded in
 * an archive, which takes a third off what such a short life costs.
 */
final class StudyJvm {

  private static final String TEST_CLASSES = KilledStudy.class.getPackageName().replace('.', '/');

  /** Only what the study needs: a run looks at all of its class path. */
  private static final List<Class<?>> NEEDED =
      List.of(
          KilledStudy.class,
          Launcher.class,
          Step.class,
          Options.class,
          ClassReader.class,
          JsonFactory.class,
          YAMLFactory.class,
          LoadSettings.class);

  /** Made once in a JVM, and gone with it. */
  private static final StudyJvm INSTANCE = make();

  private final String classPath;
  private final Path archive;

  private StudyJvm(String classPath, Path archive) {
    this.classPath = classPath;
    this.archive = archive;
  }

  /** The command that starts a study; its arguments follow. */
  static List<String> command() {
    return INSTANCE.command("-XX:SharedArchiveFile=" + INSTANCE.archive);
  }

  private List<String> command(String option) {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-cp",
            classPath,
            KilledStudy.class.getName()));
  }

  private static StudyJvm make() {
    try {
      Path folder = Files.createTempDirectory("study");
      folder.toFile().deleteOnExit();
      String classPath =
          NEEDED.stream()
              .map(StudyJvm::place)
              .distinct()
              .map(place -> Files.isDirectory(place) ? jar(place, folder) : place)
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      StudyJvm jvm = new StudyJvm(classPath, gone(folder.resolve("classes.jsa")));
      jvm.writeArchive(Files.createDirectory(folder.resolve("life")));
      return jvm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Archives what a whole life loads. */
  private void writeArchive(Path life) throws IOException {
    Path output = life.resolve("output.txt");
    List<String> command = command("-XX:ArchiveClassesAtExit=" + archive);
    command.add(life.resolve("notes.txt").toString());
    command.addAll(List.of("--resume", "--quiet", "--data=" + life.resolve("data")));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write('\n');
    }
    try {
      if (process.waitFor() != 0 || !Files.exists(archive)) {
        throw new IOException("no archive of classes: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new AssertionError(e);
    }
    try (Stream<Path> left = Files.walk(life)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** Packs the classes of a folder; of tests only those beside the study. */
  private static Path jar(Path classes, Path folder) {
    boolean tests = classes.equals(place(KilledStudy.class));
    Path packed = tests ? classes.resolve(TEST_CLASSES) : classes;
    try {
      Path jar = gone(Files.createTempFile(folder, "classes", ".jar"));
      pack(classes, packed, jar);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path classes, Path packed, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(packed)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
      }
    }
  }

  private static Path gone(Path file) {
    file.toFile().deleteOnExit();
    return file;
  }
}
