package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromResourceTest {

  @TempDir private Path classes;
  @TempDir private Path data;

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void addClassPath() throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(ExperimentNodeProvider.class.getName()),
        "com.acme.DeletedGraph\n" + ListedProducer.class.getName() + "\n");
    CompiledChain.write(
        classes.resolve("experiments"),
        "producer",
        CompiledChain.PRODUCER.replace("replicates: 2", "replicates: 4"));
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(new URL[] {classes.toUri().toURL()}, before));
  }

  @AfterEach
  void removeClassPath() throws IOException {
    ((URLClassLoader) Thread.currentThread().getContextClassLoader()).close();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void aConfigurationOnTheClassPathRunsTheListedCode() {
    Plan plan =
        ExperimentGraph.fromResource("experiments/producer/config.yaml")
            .plan(RunOptions.builder().dataDirectory(data).treatments("high_lr").build());

    assertThat(plan.tasks())
        .extracting(PlannedTasks::condition, PlannedTasks::replicates)
        .containsExactly(tuple("baseline", "0-3"), tuple("high_lr", "0-3"));
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aConfigurationIsDrawnWithTheListedCode() {
    Path config = classes.resolve("experiments/producer/config.yaml");

    assertThatThrownBy(() -> ExperimentGraph.visualizeFromYaml(config, data.resolve("graph.txt")))
        .hasMessageContaining("a picture's name ends in .svg or .png");
    assertThatThrownBy(() -> ExperimentGraph.visualizeFromYaml(data))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void aResourceThatIsNotThereIsReported() {
    assertThatThrownBy(() -> ExperimentGraph.fromResource("experiments/consumer/config.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("[config-not-found] no config.yaml for experiment 'consumer'");
  }
}
