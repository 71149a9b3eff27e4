package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.runtime.GraphResult;
import dev.crystallize.runtime.RunOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedGraphRunTest {

  @TempDir Path temp;

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
    GraphResult results = run(KindsProject.kinds(), Compiler.JAVAC, "kinds.KindsGraph");

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
    RunOptions options = RunOptions.builder().dataDirectory(temp.resolve("data")).build();
    try (CompiledStudy study = CompiledStudy.of(project, compiler, temp.resolve("classes"))) {
      return study.run(graph, options);
    }
  }
}
