package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a resource before any is made. */
class DeclaredResourcesTest {

  private final OpenedModels models = new OpenedModels();

  @Test
  void aWrongValueIsToldBeforeAnythingRuns() {
    ExperimentNode node = models.asking("asks").baseline(Map.of("size", "large")).build();

    assertThatThrownBy(() -> ExperimentGraph.of(node).run())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the parameter 'size' of resource 'model' takes a number");
  }

  @Test
  void declaresParametersAndResourcesOnly() {
    assertThatThrownBy(
            () ->
                SharedResource.of(
                    "nosy",
                    String.class,
                    spec -> {
                      spec.readsContext();
                      return context -> "";
                    }))
        .hasMessage("resource 'nosy' can declare parameters and resources, and nothing else");
    assertThatThrownBy(() -> models.model().concurrency(0))
        .hasMessage("the concurrency of resource 'model' must be at least 1, not 0");
  }
}
