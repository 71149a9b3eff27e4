package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedShapeTest {

  @ParameterizedTest
  @EnumSource
  void theUnnamedPackageWorksToo(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Plain",
                """
                import dev.crystallize.annotations.*;
                import dev.crystallize.runtime.Output;

                @Experiment
                final class Plain {
                  record Point(int x) {}

                  @Step static Point make(Output<Point> point) {
                    return new Point(1);
                  }
                }
                """)
            .yaml("plain", "outputs: { point: point.json }")
            .compileWith(compiler);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.source("PlainGraph")).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void anUpstreamOfAnotherPackageIsReadThroughItsPublicConstant(Compiler compiler) {
    Compilation compilation = acrossPackages("public ").compileWith(compiler);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.source("below.ReaderGraph").orElseThrow())
        .contains("var made = node.input(\"made\", MakerGraph.MADE.input());")
        .contains("StepSpec step, Slot<? extends Base> made, Slot<?> made2)")
        .doesNotContain("Made;");
  }

  @Test
  void aConstantIsPublicOnlyIfItsTypeIs() {
    String source =
        GoldenProjects.chain()
            .compileWith(Compiler.JAVAC)
            .source("chain.ProducerGraph")
            .orElseThrow();

    assertThat(source).contains("\n  static final ArtifactRef<Producer.Summary> SUMMARY =");
  }

  @Test
  void aGraphOfMoreThan64ExperimentsHasAccessorsForItselfAndItsDirectUpstreamsOnly() {
    Project project = Project.of();
    StringBuilder classes = new StringBuilder("package wide;\n");
    classes.append("import dev.crystallize.annotations.*;\n");
    for (int i = 0; i < 66; i++) {
      String input = i == 0 ? "" : "@Artifact int before";
      classes.append("@Experiment(\"e%d\") final class E%d {\n".formatted(i, i));
      classes.append("  @Step @Artifact(\"out\") static int out(%s) {".formatted(input));
      classes.append(" return 1; }\n}\n");
      String source = i == 0 ? "" : "datasource: { before: e%d#out }\n".formatted(i - 1);
      project = project.yaml("e" + i, source + "outputs: { out: out.json }\n");
    }
    Compilation compilation = project.java("Chain", classes.toString()).compileWith(Compiler.JAVAC);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.source("wide.E65Graph").orElseThrow())
        .contains("public Result e65()")
        .contains("public Result e64()")
        .doesNotContain("public Result e63()");
    assertThat(compilation.source("wide.E63Graph").orElseThrow()).contains("public Result e0()");
  }

  @Test
  void versionsOfStepsAndFilesOfDatasourcesAreHandedToTheNode() {
    Compilation compilation =
        Project.of()
            .java(
                "Look",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment
                final class Look {
                  @DataSource(reads = {"/a.csv", "b \\"c\\".csv"})
                  static int numbers() {
                    return 1;
                  }

                  @Step(version = "2")
                  static void look(int data) {}
                }
                """)
            .yaml("look", "datasource: { numbers: numbers }\nsteps: [ look ]\n")
            .compileWith(Compiler.JAVAC);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.source("com.acme.LookGraph").orElseThrow())
        .contains("step.version(\"2\");")
        .contains("source.reads(\"/a.csv\", \"b \\\"c\\\".csv\");");
  }

  private static Project acrossPackages(String access) {
    return Project.of()
        .java("Base", "package above; public interface Base {}")
        .java(
            "Maker",
            """
            package above;

            import dev.crystallize.annotations.*;

            @Experiment
            public final class Maker {
              %srecord Made(int value) implements Base {}

              @Step @Artifact("made") static Made make() {
                return new Made(1);
              }
            }
            """
                .formatted(access))
        .java(
            "Reader",
            """
            package below;

            import above.Base;
            import dev.crystallize.annotations.*;

            @Experiment
            final class Reader {
              @Step static void read(@Artifact Base made, @Artifact("made") byte[] bytes) {}
            }
            """)
        .yaml("maker", "outputs: { made: made.json }")
        .yaml("reader", "datasource: { made: maker#made }");
  }
}
