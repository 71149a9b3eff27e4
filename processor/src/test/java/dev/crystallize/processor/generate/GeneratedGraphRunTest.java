package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedGraphRunTest {

  @TempDir Path data;

  @ParameterizedTest
  @EnumSource
  void theChainRuns(Compiler compiler) throws Exception {
    GraphResult results = run(GoldenProjects.chain(), compiler, "chain.ConsumerGraph");

    assertThat(results.keySet()).containsExactly("producer", "consumer");
    assertThat(results.get("consumer").metric("total").in("baseline").mean()).isEqualTo(6.0);
  }

  @Test
  void theStudyRunsEveryTreatment() throws Exception {
    GraphResult results = run(GoldenProjects.study(), Compiler.JAVAC, "study.EvaluateGraph");

    assertThat(results.get("evaluate").conditions()).containsExactly("baseline", "high_lr");
    assertThat(results.get("evaluate").metric("log_loss").in("high_lr").n()).isEqualTo(30);
    assertThat(results.get("evaluate").hypotheses()).hasSize(1);
  }

  @Test
  void everyKindOfParameterAndValueArrives() throws Exception {
    GraphResult results = run(GoldenProjects.kinds(), Compiler.JAVAC, "kinds.KindsGraph");

    assertThat(results.get("kinds").metric("last").in("high size").mean()).isEqualTo(9010.0);
  }

  @Test
  void resourcesAreSharedByValueAndARankerRanks() throws Exception {
    GraphResult results = run(SharedProject.shared(), Compiler.JAVAC, "shared.AsksGraph");

    assertThat(results.get("asks").metric("answer").in("baseline").mean()).isEqualTo(4.0);
    assertThat(results.get("asks").metric("answer").in("big").mean()).isEqualTo(9.0);
    assertThat(results.get("asks").hypotheses().get(0).rows().get(0).rank()).isEqualTo(-5.0);
  }

  private GraphResult run(Project project, Compiler compiler, String graph) throws Exception {
    Compilation compilation = project.compileWith(compiler);
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    Class<?> type = new OutputLoader(compilation.output()).loadClass(graph);
    Object results =
        type.getMethod("run", RunOptions.class)
            .invoke(null, RunOptions.builder().dataDirectory(data).build());
    return (GraphResult) results.getClass().getMethod("all").invoke(results);
  }

  /** Loads what a compilation has left. */
  private static final class OutputLoader extends ClassLoader {
    private final Map<String, byte[]> output;

    OutputLoader(Map<String, byte[]> output) {
      super(OutputLoader.class.getClassLoader());
      this.output = output;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = output.get(name.replace('.', '/') + ".class");
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] content = output.get(name);
      return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
    }
  }
}
