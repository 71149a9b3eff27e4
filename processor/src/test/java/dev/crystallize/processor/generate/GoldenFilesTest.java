package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares what is generated with the files under {@code src/test/resources/golden}, and compiles
 * it with all warnings as errors. After a wanted change, write them anew with
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=GoldenFilesTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dcrystallize.golden=update
 * }</pre>
 *
 * and read the difference before it is committed.
 */
class GoldenFilesTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final boolean UPDATE = "update".equals(System.getProperty("crystallize.golden"));

  @ParameterizedTest
  @EnumSource
  void aChainOfTwoExperiments(Compiler compiler) throws IOException {
    check("chain", GoldenProjects.chain(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void aStudyOfThreeExperiments(Compiler compiler) throws IOException {
    check("study", GoldenProjects.study(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfParameterAndValue(Compiler compiler) throws IOException {
    check("kinds", KindsProject.kinds(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void namesThatClash(Compiler compiler) throws IOException {
    check("names", GoldenProjects.names(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void codeThatTheCompilerWarnsOf(Compiler compiler) throws IOException {
    check("warnings", GoldenProjects.warnings(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void resourcesAndRankers(Compiler compiler) throws IOException {
    check("shared", SharedProject.shared(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void directoriesAndCodeThatNoConfigurationNames(Compiler compiler) throws IOException {
    check("folders", FoldersProject.folders(), compiler);
  }

  private static void check(String folder, Project project, Compiler compiler) throws IOException {
    Compilation compilation = strict(project, compiler).compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    if (UPDATE && compiler == Compiler.JAVAC) {
      update(folder, compilation.generated());
    }
    assertThat(compilation.generated()).isEqualTo(golden(folder));
  }

  private static Project strict(Project project, Compiler compiler) {
    return compiler == Compiler.JAVAC
        ? project.option("-Xlint:all,-processing").option("-Werror")
        : project.option("-warn:unchecked,raw,deprecation,unusedImport").option("-failOnWarning");
  }

  private static void update(String folder, Map<String, String> generated) throws IOException {
    for (String old : golden(folder).keySet()) {
      Files.delete(GOLDEN.resolve(old));
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path path = GOLDEN.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static Map<String, String> golden(String folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = GOLDEN.resolve(folder);
    if (Files.isDirectory(root)) {
      try (Stream<Path> all = Files.list(root)) {
        for (Path path : all.toList()) {
          String text = Files.readString(path, StandardCharsets.US_ASCII);
          files.put(folder + "/" + path.getFileName(), text);
        }
      }
    }
    return files;
  }
}
