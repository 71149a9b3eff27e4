package dev.crystallize.runtime.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LoaderPathTest {

  /** Its reports lie in the working directory, so that no test of a user would resume a run. */
  @Test
  void theWorkingDirectoryOfSurefireIsNoLibrary() throws IOException {
    assumeTrue(
        System.getProperty("surefire.real.class.path") != null, "the tests are run by Surefire");

    assertThat(LoaderPath.of(ClassLoader.getSystemClassLoader()))
        .isNotEmpty()
        .doesNotContain(Path.of("").toRealPath());
  }
}
