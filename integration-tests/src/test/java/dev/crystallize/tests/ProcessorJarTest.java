package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ProcessorJarTest {
  private static final String OURS = "dev/crystallize/processor/";
  private static final String BUNDLED = OURS + "bundled/";

  @Test
  void holdsItsOwnPackagesAndTheBundledOnesAlone() {
    assertThat(Jars.PROCESSOR.files())
        .filteredOn(file -> file.endsWith(".class"))
        .allMatch(file -> file.startsWith(OURS))
        .anyMatch(file -> file.startsWith(BUNDLED + "config/"))
        .anyMatch(file -> file.startsWith(BUNDLED + "plan/"))
        .anyMatch(file -> file.startsWith(BUNDLED + "javapoet/"))
        .anyMatch(file -> file.startsWith(BUNDLED + "jackson/core/"))
        .anyMatch(file -> file.startsWith(BUNDLED + "jackson/dataformat/yaml/"))
        .anyMatch(file -> file.startsWith(BUNDLED + "snakeyaml/"));
  }

  @Test
  void bundlesNothingElse() {
    assertThat(Jars.PROCESSOR.files())
        .filteredOn(file -> file.startsWith(BUNDLED))
        .extracting(file -> file.substring(BUNDLED.length()).replaceFirst("/.*", ""))
        .containsOnly("config", "plan", "javapoet", "jackson", "snakeyaml")
        .doesNotContain("databind");
  }

  @Test
  void isTheOnlyServiceInIt() {
    assertThat(Jars.PROCESSOR.files())
        .filteredOn(file -> file.startsWith("META-INF/services/"))
        .containsExactly("META-INF/services/javax.annotation.processing.Processor");
    assertThat(Jars.PROCESSOR.text("META-INF/services/javax.annotation.processing.Processor"))
        .isEqualToIgnoringNewLines("dev.crystallize.processor.CrystallizeProcessor");
  }

  @Test
  void holdsNoVersionsOfOthers() {
    assertThat(Jars.PROCESSOR.files()).noneMatch(file -> file.startsWith("META-INF/versions/"));
  }

  @Test
  void tellsGradleThatItAggregates() {
    assertThat(Jars.PROCESSOR.text("META-INF/gradle/incremental.annotation.processors"))
        .isEqualToIgnoringNewLines("dev.crystallize.processor.CrystallizeProcessor,aggregating");
  }

  @Test
  void namesItsModule() throws IOException {
    try (JarFile jar = new JarFile(Jars.PROCESSOR.path().toFile())) {
      assertThat(
              jar.getManifest()
                  .getMainAttributes()
                  .getValue(new Attributes.Name("Automatic-Module-Name")))
          .isEqualTo("dev.crystallize.processor");
    }
  }

  @Test
  void keepsTheLicencesOfWhatItBundles() {
    assertThat(Jars.PROCESSOR.files())
        .contains(
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/licenses/jackson-core/FastDoubleParser-LICENSE",
            "META-INF/licenses/jackson-core/FastDoubleParser-ThirdParty-LICENSE",
            "META-INF/licenses/jackson-core/LICENSE",
            "META-INF/licenses/jackson-core/NOTICE",
            "META-INF/licenses/jackson-core/Schubfach-LICENSE",
            "META-INF/licenses/jackson-dataformat-yaml/LICENSE",
            "META-INF/licenses/jackson-dataformat-yaml/NOTICE");
  }

  @Test
  void readsYamlWithoutDatabind() throws ReflectiveOperationException {
    BundledLibraries bundled =
        new BundledLibraries(Jars.PROCESSOR, "dev.crystallize.processor.bundled.");

    assertThat(bundled.tokensOf("name: split"))
        .containsExactly("START_OBJECT", "PROPERTY_NAME", "VALUE_STRING", "END_OBJECT");
  }

  @Test
  void needsTheJdkAlone() {
    Tool jdeps = Tool.run("jdeps", "--missing-deps", Jars.PROCESSOR.path().toString());

    assertThat(jdeps.missing()).allMatch(name -> name.startsWith("org.jspecify.annotations."));
  }
}
