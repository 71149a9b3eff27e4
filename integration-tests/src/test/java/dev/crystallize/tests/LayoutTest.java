package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final Path ROOT = Path.of(Tool.property("project.root"));
  private static final String VERSION = Tool.property("project.version");

  @ParameterizedTest
  @ValueSource(strings = {"annotations", "runtime", "processor", "examples"})
  void aModuleHasOneJarBesidesItsAttachments(String module) throws IOException {
    assertThat(jarsOf(module)).containsExactly("crystallize-" + module + "-" + VERSION + ".jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"starter", "bom"})
  void aPomWithoutAParentNamesTheVersionOfThisBuild(String module) throws IOException {
    String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));

    assertThat(pom.lines().map(String::strip))
        .filteredOn(line -> line.matches("<(crystallize\\.)?version>.*-SNAPSHOT<.*"))
        .isNotEmpty()
        .allMatch(line -> line.contains(">" + VERSION + "<"));
  }

  private static List<String> jarsOf(String module) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .filter(name -> !name.startsWith("original-"))
          .filter(name -> !name.matches(".*-(sources|javadoc|tests)\\.jar"))
          .toList();
    }
  }
}
