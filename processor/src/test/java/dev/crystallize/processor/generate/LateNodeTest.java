package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LateNodeTest {

  @ParameterizedTest
  @EnumSource
  void aTypeThatAnotherProcessorMakesIsUsedByTheNodeOfTheNextRound(Compiler compiler) {
    Compilation compilation =
        Project.of()
            .java(
                "Late",
                """
                package late;

                import dev.crystallize.annotations.*;
                import dev.crystallize.runtime.Output;

                @Experiment
                final class Late {
                  @Step static Made make(Output<Made> made, Output<String> text) {
                    return new Made(1);
                  }

                  static LateGraph.Results results() {
                    return LateGraph.run();
                  }
                }
                """)
            .java(
                "Later",
                """
                package late;

                import dev.crystallize.annotations.*;

                @Experiment
                final class Later {
                  @Step static void read(@Artifact Made made) {}
                }
                """)
            .yaml("later", "datasource: { made: late#made }")
            .yaml("late", "outputs: { made: made.json, text: made.txt }")
            .processor(new Maker())
            .compileWith(compiler);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.source("late.LateGraph").orElseThrow())
        .contains("return LateNode.node();");
    assertThat(compilation.source("late.LateNode").orElseThrow())
        .contains("static final ArtifactRef<Made> MADE =");
    assertThat(compilation.source("late.LaterNode").orElseThrow())
        .contains("node.input(\"made\", LateNode.MADE.input());");
  }

  /** Makes a record in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class Maker extends AbstractProcessor {

    private boolean done;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("late.Made").openWriter()) {
          out.write("package late; record Made(int value) {}");
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      return false;
    }
  }
}
