package dev.crystallize.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles and runs the tests that {@code docs/testing.md} shows. */
class TestingPageTest {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```java (\\S+\\.java)\\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void theTestsOfThePageCompileAndPass() throws Exception {
    List<Path> files = writeFences(Path.of("..", "docs", "testing.md"));
    compile(files);

    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      TestExecutionSummary summary = run(classes, files);

      StringWriter failures = new StringWriter();
      summary.printFailuresTo(new PrintWriter(failures));
      assertThat(summary.getTestsFailedCount()).as(failures.toString()).isZero();
      assertThat(summary.getTestsSucceededCount()).isEqualTo(4);
    }
  }

  private List<Path> writeFences(Path page) throws IOException {
    List<Path> files = new ArrayList<>();
    Matcher fences = FENCE.matcher(Files.readString(page));
    while (fences.find()) {
      Path file = folder.resolve(fences.group(1));
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, fences.group(2)));
    }
    return files;
  }

  private void compile(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    boolean success =
        compiler
            .getTask(
                messages,
                null,
                null,
                options,
                null,
                compiler
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjectsFromPaths(files))
            .call();
    assertThat(success).as(messages.toString()).isTrue();
  }

  private TestExecutionSummary run(ClassLoader classes, List<Path> files) throws Exception {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('/', '.').replace(".java", "");
      request.selectors(DiscoverySelectors.selectClass(classes.loadClass(name)));
    }
    LauncherFactory.create().execute(request.build(), listener);
    return listener.getSummary();
  }
}
