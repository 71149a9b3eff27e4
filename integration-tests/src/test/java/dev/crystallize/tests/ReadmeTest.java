package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Builds the project that the README tells to write, from the README's own text. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadmeTest {
  private static final String CONSUMER_YAML = "src/main/resources/experiments/consumer/config.yaml";

  private Path folder;
  private Path project;
  private LocalRepository repository;
  private List<Fence> fences;

  @BeforeAll
  void writeTheProjectOfTheTutorial(@TempDir Path folder) throws Exception {
    this.folder = folder;
    project = folder.resolve("chain");
    repository = LocalRepository.create(folder.resolve("repository"));
    fences = Fence.of(page("README.md"));
    writeProjectTo(project);
    Tool build = compile();
    assertThat(build.exitCode()).as(build.output()).isZero();
  }

  @Test
  void thePomHasAtMostFifteenLines() throws IOException {
    assertThat(Files.readAllLines(project.resolve("pom.xml"))).hasSizeLessThanOrEqualTo(15);
  }

  @Test
  void theConsumerReadsWhatTheProducerWroteInEachCondition() throws Exception {
    Tool run = start("com.acme.ConsumerGraph", "--data", folder.resolve("data").toString());

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output().lines()).containsSequence(tableOfTheTutorial());
    assertThat(folder.resolve("data/consumer/v0/baseline/results.json"))
        .hasContent("{\"metrics\": {\"total\": [6.0]}}");
    assertThat(folder.resolve("data/consumer/v0/high_lr/results.json"))
        .hasContent("{\"metrics\": {\"total\": [60.0]}}");
  }

  @Test
  void theTypedResultsSayTheSame() throws Exception {
    Tool run = start("com.acme.Report");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output().lines()).startsWith("60.0");
  }

  @Test
  void twoVersionsAreComparedAsThePageOnResultsSays() throws Exception {
    String data = folder.resolve("versions").toString();
    Fence compare =
        Fence.of(page("docs/results.md")).stream()
            .filter(fence -> fence.argument().equals("Compare.java"))
            .findFirst()
            .orElseThrow();
    write(folder, compare);
    start("com.acme.ConsumerGraph", "--data", data);
    start("com.acme.ConsumerGraph", "--data", data);

    Tool run = start("Compare.java", data, "consumer");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).startsWith("consumer: v0 -> v1").contains("60.000").contains("same");
  }

  @Test
  void aMisspeltArtifactIsTheErrorThatTheTutorialShows() throws Exception {
    Path misspelt = folder.resolve("misspelt");
    writeProjectTo(misspelt);
    Path yaml = misspelt.resolve(CONSUMER_YAML);
    Files.writeString(yaml, Files.readString(yaml).replace("producer#summary", "producer#sumary"));

    Tool build = Tool.maven(misspelt, repository, "compile");

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.output())
        .contains(errorOfTheTutorial())
        .contains("Consumer.java")
        .doesNotContain("cannot find symbol");
  }

  @Test
  void theLongFormOfTheGuideCompilesTheSameProject() throws Exception {
    Path other = folder.resolve("other");
    writeProjectTo(other);
    Fence pom =
        Fence.of(page("docs/guide.md")).stream()
            .filter(fence -> fence.argument().equals("long-form/pom.xml"))
            .findFirst()
            .orElseThrow();
    Files.writeString(other.resolve("pom.xml"), pom.text());

    Tool build = Tool.maven(other, repository, "compile");

    assertThat(build.exitCode()).as(build.output()).isZero();
    assertThat(other.resolve("target/classes/com/acme/ConsumerGraph.class")).exists();
  }

  private static String page(String file) throws IOException {
    return Files.readString(Path.of(Tool.property("project.root"), file));
  }

  private List<String> tableOfTheTutorial() {
    return text("consumer\n").lines().toList();
  }

  private String errorOfTheTutorial() {
    return text("error: [missing-artifact]").lines().findFirst().orElseThrow().substring(7);
  }

  private String text(String start) {
    return fences.stream()
        .filter(fence -> fence.language().equals("text") && fence.text().startsWith(start))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private void writeProjectTo(Path target) throws IOException {
    for (Fence fence : fences) {
      if (fence.argument().contains(".")) {
        write(target, fence);
      }
    }
  }

  private Tool compile() throws Exception {
    return Tool.maven(project, repository, "compile");
  }

  private Tool start(String main, String... arguments) throws Exception {
    return Tool.javaIn(folder, "@" + project.resolve("target/java.args"), main, arguments);
  }

  private static void write(Path target, Fence fence) throws IOException {
    Path path = target.resolve(fence.argument());
    Files.createDirectories(path.getParent());
    Files.writeString(path, fence.text());
  }
}
