package dev.crystallize.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A study of two experiments that is compiled from source and run, changed, and resumed. The
 * producer runs {@code baseline} and {@code high}, the consumer these and {@code loud}.
 */
final class RerunLab {

  /** The byte of a class file that tells its format. */
  private static final int MAJOR_VERSION = 7;

  private static final Map<String, String> SOURCES =
      Map.of(
          "Helper",
          """
          final class Helper {
            static double scale(double x) { return 2 * x; }
          }
          """,
          "Writing",
          """
          final class Writing {
            static String write(double x) { return "" + x; }
          }
          """,
          "Loading",
          """
          import dev.crystallize.runtime.ArtifactLoader;

          final class Loading {
            static ArtifactLoader<Double> loader() {
              return ArtifactLoader.text((String text) -> Double.parseDouble(text.trim()));
            }
          }
          """,
          "Producer",
          """
          import dev.crystallize.runtime.*;
          import dev.crystallize.runtime.codec.Codec;
          import java.nio.file.*;
          import java.util.*;

          final class Producer {
            static ExperimentNode.Builder node(ArtifactRef<Double> number, Map<String, ?> given) {
              ExperimentNode.Builder node = ExperimentNode.builder("producer");
              node.start()
                  .through(
                      "produce",
                      step -> {
                        step.version((String) given.get("version"));
                        Slot<Double> rate = step.param("rate", Codec.DOUBLE);
                        Slot<Double> offset =
                            step.param("offset", Codec.DOUBLE, given.get("default"));
                        Slot<Path> file = step.param("file", Codec.PATH);
                        OutputSlot<Double> out =
                            step.output(number, "number.txt", ArtifactWriter.text(Writing::write));
                        return (context, none) -> {
                          double read =
                              Double.parseDouble(Files.readString(context.get(file)).trim());
                          context
                              .output(out)
                              .write(
                                  Helper.scale(context.get(rate))
                                      + context.get(offset)
                                      + read
                                      + context.replicate());
                        };
                      });
              return node;
            }
          }
          """,
          "Consumer",
          """
          import dev.crystallize.runtime.*;
          import dev.crystallize.runtime.codec.Codec;
          import java.nio.file.*;
          import java.util.*;

          final class Consumer {
            static ExperimentNode.Builder node(Input<Double> number) {
              ExperimentNode.Builder node = ExperimentNode.builder("consumer");
              Slot<Double> input = node.input("number", number);
              node.start()
                  .through(
                      "consume",
                      step -> {
                        Slot<Integer> volume = step.param("volume", Codec.INT);
                        return (context, none) -> {
                          Path fails = Path.of(System.getProperty("fails", "/none"));
                          if (Files.exists(fails)
                              && context.condition().equals("high")
                              && context.replicate() == 1) {
                            throw new IllegalStateException("asked to fail");
                          }
                          context
                              .metrics()
                              .record("loudness", context.get(input) * context.get(volume));
                        };
                      });
              return node;
            }
          }
          """,
          "Study",
          """
          import dev.crystallize.runtime.*;
          import dev.crystallize.runtime.codec.Codec;
          import java.util.*;

          public final class Study {
            private ExperimentNode producer;

            @SuppressWarnings("unchecked")
            public static ExperimentGraph graph(Map<String, ?> given) {
              Study study = new Study();
              ArtifactRef<Double> number =
                  ArtifactRef.of(() -> study.producer, "number", Loading.loader());
              ExperimentNode.Builder producer =
                  Producer.node(number, given)
                      .replicates((Integer) given.get("replicates"))
                      .description((String) given.get("description"))
                      .seed((Integer) given.get("seed"))
                      .baseline((Map<String, ?>) given.get("baseline"));
              ((Map<String, Map<String, ?>>) given.get("treatments")).forEach(producer::treatment);
              study.producer = producer.build();
              return ExperimentGraph.of(
                  Consumer.node(number.input())
                      .baseline(Map.of("volume", 1))
                      .treatment("loud", Map.of("volume", given.get("volume")))
                      .build());
            }
          }
          """);

  private final Path temp;
  private final Map<String, String> sources = new HashMap<>(SOURCES);
  private final Map<String, Object> given = new HashMap<>();
  private RunOptions.Builder options;
  private int compiled;
  private boolean hidden;
  private boolean newer;
  private final List<String> warnings = new ArrayList<>();
  private String results = "";
  private String summary = "";

  RerunLab(Path temp) {
    this.temp = temp;
    this.options = RunOptions.builder().dataDirectory(data()).parallelism(2);
    write(file(), "1");
    given.put("version", "1");
    given.put("default", 0.0);
    given.put("replicates", 2);
    given.put("description", "");
    given.put("seed", 0);
    given.put("volume", 2);
    given.put("baseline", values("rate", 0.1, "file", file().toString()));
    given.put("treatments", values("high", Map.of("rate", 0.3)));
  }

  /** A map that keeps its order. */
  static Map<String, Object> values(Object... keysAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  RerunLab give(String what, Object value) {
    given.put(what, value);
    return this;
  }

  RerunLab edit(String type, UnaryOperator<String> edit) {
    String before = sources.get(type);
    String after = edit.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("an edit that changes nothing of " + type);
    }
    sources.put(type, after);
    return this;
  }

  RerunLab with(UnaryOperator<RunOptions.Builder> change) {
    options = change.apply(options);
    return this;
  }

  Path data() {
    return temp.resolve("data");
  }

  Path file() {
    return temp.resolve("file.txt");
  }

  Path artifact(String condition, int replicate) {
    return data()
        .resolve("producer/v0/replicate_" + replicate)
        .resolve(condition)
        .resolve("ProduceStep/number.txt");
  }

  /** Replaces a file, even one that nobody may write. */
  void write(Path path, String text) {
    try {
      if (Files.exists(path)) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles the sources as they are now and runs everything. */
  Set<String> run() {
    return run(options.resume(false).build());
  }

  /** Compiles the sources as they are now and runs what has to run; returns what ran. */
  Set<String> resume() {
    return run(options.resume(true).build());
  }

  Plan plan() {
    try (URLClassLoader loader = compile()) {
      return graph(loader).plan(options.resume(true).build());
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Set<String> run(RunOptions how) {
    Set<String> ran = new ConcurrentSkipListSet<>();
    RunListener noting =
        new RunListener() {
          @Override
          public void warning(String text) {
            warnings.add(text);
          }

          @Override
          public void taskStarted(TaskId task) {
            ran.add(task.experiment() + " " + task.condition() + ":" + task.replicate());
          }
        };
    RunOptions noted = how.toBuilder().listener(noting).onFailure(OnFailure.RETURN).build();
    try (URLClassLoader loader = compile()) {
      GraphResult all = graph(loader).run(noted);
      results = all.get("consumer").toString();
      summary = all.toString();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return new TreeSet<>(ran);
  }

  /** The table of the last run. */
  String results() {
    return results;
  }

  /** All that the last run said. */
  String summary() {
    return summary;
  }

  private ExperimentGraph graph(ClassLoader loader) throws ReflectiveOperationException {
    return (ExperimentGraph)
        loader.loadClass("Study").getMethod("graph", Map.class).invoke(null, given);
  }

  /** What all runs warned of. */
  List<String> warnings() {
    return warnings;
  }

  /** Whoever wants to read the class files sees them in a format of the future. */
  RerunLab showNewerBytecode() {
    newer = true;
    return this;
  }

  /** Hides the class files from whoever wants to read them. */
  RerunLab hideBytecode() {
    hidden = true;
    return this;
  }

  private @Nullable URL shown(@Nullable URL found, Path place, String name) {
    if (!newer || found == null || !name.endsWith(".class")) {
      return found;
    }
    try (InputStream in = found.openStream()) {
      byte[] file = in.readAllBytes();
      file[MAJOR_VERSION] = 120;
      Path copy = Files.createDirectories(place).resolve(name);
      return Files.write(copy, file).toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URLClassLoader compile() throws IOException {
    Path from = Files.createDirectories(temp.resolve("source" + compiled));
    Path into = Files.createDirectories(temp.resolve("classes" + compiled++));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = from.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      files.add(file);
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var manager = javac.getStandardFileManager(null, null, null)) {
      List<String> flags = List.of("-d", into.toString(), "-proc:none");
      var units = manager.getJavaFileObjectsFromPaths(files);
      if (!javac.getTask(messages, manager, null, flags, null, units).call()) {
        throw new IllegalArgumentException(messages.toString());
      }
    }
    boolean hides = hidden;
    return new URLClassLoader(new URL[] {into.toUri().toURL()}, getClass().getClassLoader()) {
      @Override
      public @Nullable URL findResource(String name) {
        return hides ? null : shown(super.findResource(name), into.resolveSibling("newer"), name);
      }
    };
  }
}
