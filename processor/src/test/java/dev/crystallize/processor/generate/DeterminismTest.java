package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.JavacProcess;
import dev.crystallize.processor.harness.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is written depends on the sources alone; that the JDK does not matter, golden files show.
 */
class DeterminismTest {

  /** Letters beyond ASCII, and an {@code i} in every name that Turkish would spell otherwise. */
  private static final Project STUDY =
      GoldenProjects.study()
          .java(
              "Diligent",
              """
              package study;

              import dev.crystallize.annotations.*;

              @Experiment
              final class Diligent {
                @Step @Metric static double GRÖSSE_MITTEILEN(@Param double INITIAL_SIZE) {
                  return INITIAL_SIZE;
                }
              }
              """)
          .yaml(
              "diligent",
              """
              description: Größe, 大きさ und 😀
              treatments: { baseline: { initial_size: 1 }, İI: { initial_size: 2 } }
              """);

  private static Map<String, String> expected;

  @BeforeAll
  static void compileInTheSurroundingsOfTheTests(@TempDir Path folder) throws Exception {
    expected = files(STUDY, new JavacProcess(Map.of(), List.of(), false), folder);
    assertThat(expected)
        .containsKeys(
            "study/DiligentGraph.java",
            "META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider",
            "META-INF/crystallize/diligent.schema.json");
  }

  @Test
  void anotherLocaleAndTimeZoneChangeNothing(@TempDir Path folder) throws Exception {
    List<String> options =
        List.of(
            "-J-Duser.language=tr", "-J-Duser.country=TR", "-J-Duser.timezone=Pacific/Kiritimati");

    assertThat(files(STUDY, new JavacProcess(Map.of(), options, false), folder))
        .isEqualTo(expected);
  }

  @Test
  void anEncodingWithoutOurLettersChangesNothing(@TempDir Path folder) throws Exception {
    JavacProcess ascii =
        new JavacProcess(Map.of("LC_ALL", "C"), List.of("-J-Dfile.encoding=US-ASCII"), false);

    assertThat(files(STUDY, ascii, folder)).isEqualTo(expected);
  }

  @Test
  void theOrderOfFilesOnDiskAndOnTheCommandLineChangesNothing(@TempDir Path folder)
      throws Exception {
    assertThat(files(STUDY, new JavacProcess(Map.of(), List.of(), true), folder))
        .isEqualTo(expected);
  }

  @Test
  void whatIsSaidOfMistakesIsTheSameEverywhere(@TempDir Path one, @TempDir Path other)
      throws Exception {
    Project broken =
        STUDY
            .yaml("tran", "steps: [ nothing ]\n")
            .java(
                "Trian",
                "package study;\n@dev.crystallize.annotations.Experiment final class Trian {}\n")
            .yaml("evaluate", "datasource: { model: train#modle, test: splt#test }\n");
    JavacProcess far =
        new JavacProcess(Map.of(), List.of("-J-Duser.language=tr", "-J-Duser.country=TR"), true);

    JavacProcess.Outcome here = new JavacProcess(Map.of(), List.of(), false).compile(broken, one);
    JavacProcess.Outcome there = far.compile(broken, other);

    assertThat(here.output()).contains("[config-not-found]", "[missing-artifact]");
    assertThat(there.output().replace(other.toString(), one.toString())).isEqualTo(here.output());
  }

  @ParameterizedTest
  @EnumSource
  void localeAndTimeZoneChangeNothingWithEitherCompiler(Compiler compiler) {
    Map<String, String> expected = generated(KindsProject.kinds(), compiler);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(generated(KindsProject.kinds(), compiler)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfFilesChangesNothingWithEitherCompiler(Compiler compiler) {
    Project project =
        GoldenProjects.chain()
            .java("Producer", GoldenProjects.CONSUMER)
            .java("Consumer", GoldenProjects.PRODUCER);

    assertThat(generated(project, compiler)).isEqualTo(generated(GoldenProjects.chain(), compiler));
  }

  private static Map<String, String> files(Project project, JavacProcess javac, Path folder)
      throws Exception {
    JavacProcess.Outcome outcome = javac.compile(project, folder);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    return outcome.files();
  }

  private static Map<String, String> generated(Project project, Compiler compiler) {
    Compilation compilation = project.compileWith(compiler);
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    return compilation.generated();
  }
}
