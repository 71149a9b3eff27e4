package dev.crystallize.processor.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares schemas with the files under {@code src/test/resources/golden-schema}. After a wanted
 * change, write them anew with
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=SchemaGoldenTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dcrystallize.golden=update
 * }</pre>
 *
 * and read the difference before it is committed.
 */
class SchemaGoldenTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden-schema");
  private static final boolean UPDATE = "update".equals(System.getProperty("crystallize.golden"));

  @ParameterizedTest
  @EnumSource
  void aStudyOfThreeExperiments(Compiler compiler) throws IOException {
    check("study", GoldenProjects.study(), compiler);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfParameter(Compiler compiler) throws IOException {
    check("kinds", KindsProject.kinds(), compiler);
  }

  @Test
  void noLocaleChangesAByte() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      check("kinds", KindsProject.kinds(), Compiler.JAVAC);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      check("kinds", KindsProject.kinds(), Compiler.JAVAC);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void check(String folder, Project project, Compiler compiler) throws IOException {
    Map<String, String> schemas = schemas(project.compileWith(compiler));

    if (UPDATE && compiler == Compiler.JAVAC) {
      Files.createDirectories(GOLDEN.resolve(folder));
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        Files.writeString(GOLDEN.resolve(folder).resolve(schema.getKey()), schema.getValue());
      }
    }
    assertThat(schemas).isEqualTo(golden(folder)).isNotEmpty();
  }

  private static Map<String, String> schemas(Compilation compilation) {
    Map<String, String> schemas = new TreeMap<>();
    compilation
        .output()
        .forEach(
            (path, bytes) -> {
              if (path.startsWith(SchemaGenerator.FOLDER)) {
                schemas.put(
                    path.substring(SchemaGenerator.FOLDER.length()), new String(bytes, US_ASCII));
              }
            });
    return schemas;
  }

  private static Map<String, String> golden(String folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(GOLDEN.resolve(folder))) {
      for (Path path : all.toList()) {
        files.put(path.getFileName().toString(), Files.readString(path, US_ASCII));
      }
    }
    return files;
  }
}
