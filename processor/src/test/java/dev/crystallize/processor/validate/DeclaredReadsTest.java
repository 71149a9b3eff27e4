package dev.crystallize.processor.validate;

import dev.crystallize.processor.harness.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a datasource declares to read, as far as a compiler can know whether it is there. */
class DeclaredReadsTest {

  private static final String YAML = "datasource: { numbers: numbers }\nsteps: [ look ]\n";

  private static Example reading(String declared) {
    return Example.study(
            """
            @DataSource(reads = %s)
            static int numbers() {
              return 1;
            }

            @Step
            static void look(int data) {}
            """
                .formatted(declared),
            YAML)
        .resource("data/numbers.csv", "1");
  }

  @ParameterizedTest
  @EnumSource
  void aResourceThatIsNowhereIsToldAtItsName(Compiler compiler) {
    reading("{\"/data/numbers.csv\", \"/data/nubmers.csv\"}")
        .in(compiler)
        .says(
            "unknown-file",
            "Study",
            "\"/data/nubmers.csv\"",
            "there is no class path resource '/data/nubmers.csv', which datasource 'numbers' reads")
        .adding("a file is named relative to the working directory, without a leading slash")
        .asWarning()
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNoName(Compiler compiler) {
    reading("\"\"")
        .in(compiler)
        .says(
            "unknown-file", "Study", "\"\")", "'', which datasource 'numbers' reads, names no file")
        .adding("for the whole working directory write \".\"")
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aFolderOfResourcesAndAClassAreThere(Compiler compiler) {
    reading("{\"/data\", \"/data/\", \"/dev/crystallize/runtime/Output.class\"}")
        .in(compiler)
        .andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void aFileOfTheWorkingDirectoryIsLookedForWhenTheGraphRuns(Compiler compiler) {
    reading("\"measurements/today.csv\"").in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void anAbsolutePathMayBeThatOfAFile(Compiler compiler, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("numbers.csv"), "1");

    reading("\"" + file.toString().replace('\\', '/') + "\"").in(compiler).andNothingElse();
  }

  @ParameterizedTest
  @EnumSource
  void whereTheCompilerSeesNoResourcesNoneIsMissed(Compiler compiler, @TempDir Path folder)
      throws IOException {
    Files.createDirectories(folder.resolve("study"));
    Files.writeString(folder.resolve("study/config.yaml"), YAML);

    Example.empty()
        .java(
            "Study",
            """
            @Experiment("study")
            class Study {
              @DataSource(reads = "/numbers.csv")
              static int numbers() {
                return 1;
              }

              @Step
              static void look(int data) {}
            }
            """)
        .option("-Acrystallize.experiments=" + folder)
        .in(compiler)
        .andNothingElse();
  }
}
