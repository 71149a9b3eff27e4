package dev.crystallize.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.runtime.ExperimentGraph;
import dev.crystallize.runtime.ExperimentNode;
import dev.crystallize.runtime.RunOptions;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TemporaryDataTest {

  @Test
  void theFolderOfATestThatPassesIsDeletedWithAllThatARunWrote() {
    Seen seen = run("passes");

    assertThat(seen.failures).isEmpty();
    assertThat(seen.entries).containsKey("folder").doesNotContainKey("crystallize data, kept");
    assertThat(Path.of(seen.entry("folder"))).doesNotExist();
  }

  @Test
  void theFolderOfATestThatFailsStaysAndIsNamed() throws Exception {
    Seen seen = run("fails");

    assertThat(seen.failures).hasSize(1);
    Path kept = Path.of(seen.entry("crystallize data, kept"));
    assertThat(kept).isEqualTo(Path.of(seen.entry("folder")));
    assertThat(kept.resolve("left")).hasContent("to be looked at");
    Files.delete(kept.resolve("left"));
    Files.delete(kept);
  }

  @Test
  void allParametersOfATestMeanOneFolderButThoseWithTempDir() {
    Seen seen = run("takesAll");

    assertThat(seen.failures).isEmpty();
    assertThat(seen.entry("metric folder")).isEqualTo(seen.entry("folder"));
    assertThat(seen.entry("other")).isNotEqualTo(seen.entry("folder"));
  }

  private static Seen run(String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(Sample.class, method(method)))
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    Seen seen = new Seen();
    LauncherFactory.create().execute(request, seen);
    return seen;
  }

  private static Method method(String name) {
    for (Method method : Sample.class.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new AssertionError(name);
  }

  /** What a launcher tells. */
  private static final class Seen implements TestExecutionListener {
    private final Map<String, String> entries = new LinkedHashMap<>();
    private final List<Throwable> failures = new ArrayList<>();

    String entry(String key) {
      assertThat(entries).containsKey(key);
      return entries.get(key);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
      entries.putAll(entry.getKeyValuePairs());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      result.getThrowable().ifPresent(failures::add);
    }
  }

  /** Tests that the others run. */
  @ExtendWith(TemporaryData.class)
  static final class Sample {

    @Test
    void passes(RunOptions options, Path data, TestReporter reporter) {
      reporter.publishEntry("folder", data.toString());
      ExperimentNode node = ExperimentNode.builder("one").metric("one", context -> 1).build();
      assertThat(ExperimentGraph.of(node).run(options).dataDirectory()).isEqualTo(data);
      assertThat(data.resolve("one/v0")).isDirectory();
    }

    @Test
    void fails(Path data, TestReporter reporter) throws Exception {
      reporter.publishEntry("folder", data.toString());
      Files.writeString(data.resolve("left"), "to be looked at");
      throw new AssertionError("on purpose");
    }

    @Test
    void takesAll(
        RunOptions.Builder options,
        Path data,
        @TempDir Path other,
        TestInfo info,
        TestReporter reporter) {
      ExperimentNode node = ExperimentNode.builder("one").metric("one", context -> 1).build();
      Path used = ExperimentGraph.of(node).run(options.parallelism(1).build()).dataDirectory();
      reporter.publishEntry("folder", data.toString());
      reporter.publishEntry("metric folder", used.toString());
      reporter.publishEntry("other", other.toString());
      assertThat(info.getDisplayName()).contains("takesAll");
    }
  }
}
