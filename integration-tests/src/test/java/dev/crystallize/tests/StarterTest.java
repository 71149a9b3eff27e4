package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a project whose pom inherits from the starter. */
@Tag("same-on-every-jdk")
class StarterTest {
  private static final String COMPILES = "Compiling 1 source file";

  private static final String MAIN =
      """
      final class Main {
        public static void main(String[] arguments) {
          System.out.println(String.join(",", arguments));
          System.exit(3);
        }
      }
      """;

  /** Without a processor path: it would need the artifacts of this build in a repository. */
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>dev.crystallize</groupId>
          <artifactId>crystallize-starter-parent</artifactId>
          <version>%s</version>
          <relativePath>%s</relativePath>
        </parent>
        <groupId>com.acme</groupId>
        <artifactId>study</artifactId>
        <version>1</version>
        <build>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <configuration>
                <annotationProcessorPaths combine.self="override" />
              </configuration>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  @TempDir private Path project;
  private Path config;

  @BeforeEach
  void writeAndCompileAProject() throws Exception {
    Path starter = Path.of(Tool.property("project.root"), "starter", "pom.xml").toRealPath();
    write(
        "pom.xml",
        POM.formatted(Tool.property("project.version"), project.toRealPath().relativize(starter)));
    write("src/main/java/Main.java", MAIN);
    config = write("src/main/resources/experiments/tiny/config.yaml", "description: tiny\n");
    age(config);
    age(config.getParent());
    age(config.getParent().getParent());

    assertThat(compile()).contains(COMPILES);
  }

  @Test
  void anUnchangedConfigCompilesNothing() throws Exception {
    assertThat(compile()).doesNotContain(COMPILES);
  }

  @Test
  void aChangedConfigCompilesAgain() throws Exception {
    Files.setLastModifiedTime(config, afterTheClasses());

    assertThat(compile()).contains(COMPILES);
  }

  @Test
  void aDeletedConfigCompilesAgainAndIsNotFoundAnyMore() throws Exception {
    Files.delete(config);
    Files.setLastModifiedTime(config.getParent(), afterTheClasses());

    assertThat(compile()).contains(COMPILES);
    assertThat(project.resolve("target/classes/experiments/tiny/config.yaml")).doesNotExist();
  }

  @Test
  void theArgumentFileStartsAMainWhoseExitCodeSurvives() throws Exception {
    Tool java = Tool.java("@" + project.resolve("target/java.args"), "Main", "two words");

    assertThat(java.output()).isEqualToIgnoringNewLines("two words");
    assertThat(java.exitCode()).isEqualTo(3);
  }

  private String compile() throws Exception {
    Tool maven = Tool.maven(project, "compile");
    assertThat(maven.exitCode()).as(maven.output()).isZero();
    return maven.output();
  }

  private Path write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private static void age(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private FileTime afterTheClasses() throws IOException {
    FileTime compiled = Files.getLastModifiedTime(project.resolve("target/classes/Main.class"));
    return FileTime.from(compiled.toInstant().plusSeconds(10));
  }
}
