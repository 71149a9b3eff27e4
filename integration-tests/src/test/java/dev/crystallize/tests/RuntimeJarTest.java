package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeJarTest {
  private static final String SHADED = "dev/crystallize/runtime/shaded/";

  @Test
  void holdsItsOwnPackagesAndTheBundledLibrariesAlone() {
    assertThat(Jars.RUNTIME.files())
        .filteredOn(file -> file.endsWith(".class"))
        .allMatch(file -> file.startsWith("dev/crystallize/runtime/") || isDescriptor(file))
        .anyMatch(file -> file.startsWith(SHADED + "jackson/core/"))
        .anyMatch(file -> file.startsWith(SHADED + "jackson/dataformat/yaml/"))
        .anyMatch(file -> file.startsWith(SHADED + "snakeyaml/"));
  }

  @Test
  void holdsNoServicesAndNoVersionsOfOthers() {
    assertThat(Jars.RUNTIME.files())
        .noneMatch(file -> file.startsWith("META-INF/services/"))
        .noneMatch(file -> file.startsWith("META-INF/versions/"));
  }

  @Test
  void keepsTheLicencesOfWhatItBundles() {
    assertThat(Jars.RUNTIME.files())
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
        new BundledLibraries(Jars.RUNTIME, "dev.crystallize.runtime.shaded.");

    assertThat(bundled.tokensOf("steps: [split]"))
        .containsExactly(
            "START_OBJECT",
            "PROPERTY_NAME",
            "START_ARRAY",
            "VALUE_STRING",
            "END_ARRAY",
            "END_OBJECT");
  }

  @Test
  void needsNothingThatItsModuleDoesNotName() {
    Tool jdeps =
        Tool.run(
            "jdeps",
            "--multi-release",
            "base",
            "--module-path",
            Jars.pathOf(Jars.ANNOTATIONS, Jars.ASM, Jars.COMMONS_CLI),
            "--missing-deps",
            Jars.RUNTIME.path().toString());

    assertThat(jdeps.missing()).allMatch(name -> name.startsWith("org.jspecify.annotations."));
  }

  @Test
  void startsAsAModule() throws Exception {
    Tool java = Tool.java("-p", Jars.runtimePath(), "--describe-module", "dev.crystallize.runtime");

    assertThat(java.exitCode()).as(java.output()).isZero();
    assertThat(java.output().lines())
        .contains(
            "exports dev.crystallize.runtime",
            "exports dev.crystallize.runtime.codec",
            "exports dev.crystallize.runtime.launch",
            "requires dev.crystallize.annotations transitive",
            "requires org.apache.commons.cli",
            "requires org.objectweb.asm",
            "requires org.jspecify static",
            "uses dev.crystallize.runtime.ExperimentNodeProvider")
        .noneMatch(line -> line.startsWith("requires jdk.random"))
        .filteredOn(line -> line.startsWith("exports "))
        .hasSize(3);
  }

  @Test
  void canBeRequiredByTheModuleOfAProgram(@TempDir Path folder) throws Exception {
    Path descriptor =
        Files.writeString(
            folder.resolve("module-info.java"),
            "module study { requires dev.crystallize.runtime; }");
    Path program =
        Files.writeString(
            Files.createDirectory(folder.resolve("study")).resolve("Main.java"),
            """
            package study;

            public final class Main {
              private Main() {}

              public static void main(String[] args) {
                System.out.println(dev.crystallize.runtime.ExperimentNodeProvider.class.getModule());
                System.out.println(dev.crystallize.annotations.Experiment.class.getModule());
              }
            }
            """);
    Path classes = folder.resolve("classes");
    Tool javac =
        Tool.run(
            "javac",
            "-Xlint:all",
            "-Werror",
            "-p",
            Jars.runtimePath(),
            "-d",
            classes.toString(),
            descriptor.toString(),
            program.toString());
    assertThat(javac.exitCode()).as(javac.output()).isZero();

    Tool java =
        Tool.java(
            "-p", Jars.runtimePath() + File.pathSeparator + classes, "-m", "study/study.Main");

    assertThat(java.exitCode()).as(java.output()).isZero();
    assertThat(java.output().lines())
        .containsExactly("module dev.crystallize.runtime", "module dev.crystallize.annotations");
  }

  @Test
  void sharesNoSimpleNameWithTheAnnotations() {
    assertThat(simpleNames(Jars.RUNTIME, "dev/crystallize/runtime/"))
        .doesNotContainAnyElementsOf(
            simpleNames(Jars.ANNOTATIONS, "dev/crystallize/annotations/").toList());
  }

  /** The top-level types of one package, which people import with a star. */
  private static Stream<String> simpleNames(Jars jar, String folder) {
    return jar.files().stream()
        .filter(file -> file.startsWith(folder) && file.endsWith(".class"))
        .map(file -> file.substring(folder.length()))
        .filter(name -> !name.contains("/") && !name.contains("$"))
        .filter(name -> !name.equals("package-info.class"));
  }

  private static boolean isDescriptor(String file) {
    return file.equals("module-info.class");
  }
}
