package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.ArtifactRef;
import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A project that was compiled and whose graphs can be run. */
final class CompiledStudy implements AutoCloseable {

  private final URLClassLoader loader;

  private CompiledStudy(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Compiles a project, which must be right.
   *
   * @param classes where to put the classes, which resuming looks at
   */
  static CompiledStudy of(Project project, Compiler compiler, Path classes) throws IOException {
    Compilation compilation = project.compileWith(compiler);
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    for (Map.Entry<String, byte[]> file : compilation.output().entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, file.getValue());
    }
    URL[] path = {classes.toUri().toURL()};
    return new CompiledStudy(new URLClassLoader(path, CompiledStudy.class.getClassLoader()));
  }

  /** Runs a graph by the name of its generated class. */
  GraphResult run(String graph, RunOptions options) throws Exception {
    Object results =
        loader.loadClass(graph).getMethod("run", RunOptions.class).invoke(null, options);
    return (GraphResult) results.getClass().getMethod("all").invoke(results);
  }

  /** A graph by the name of its generated class. */
  ExperimentGraph graph(String graph) throws Exception {
    return (ExperimentGraph) loader.loadClass(graph).getMethod("graph").invoke(null);
  }

  /** The node of an experiment by the name of its generated class. */
  ExperimentNode node(String graph) throws Exception {
    return (ExperimentNode) loader.loadClass(graph).getMethod("node").invoke(null);
  }

  /** The constant of an output by the name of the generated class that has it. */
  ArtifactRef<?> constant(String graph, String name) throws Exception {
    Field constant = loader.loadClass(graph).getDeclaredField(name);
    constant.setAccessible(true);
    return (ArtifactRef<?>) constant.get(null);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
