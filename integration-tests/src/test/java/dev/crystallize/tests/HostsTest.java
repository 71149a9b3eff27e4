package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Builds in surroundings that could disturb: modules, and projects with versions of their own. */
@TestInstance(Lifecycle.PER_CLASS)
class HostsTest {

  private Path folder;
  private LocalRepository repository;

  @BeforeAll
  void makeARepository(@TempDir Path folder) throws Exception {
    this.folder = folder;
    repository = LocalRepository.create(folder.resolve("repository"));
  }

  @Test
  void aNamedModuleReadsItsConfigurationsAndFindsItsNodes() throws Exception {
    Chain chain = Chain.writeTo(folder.resolve("module"));
    chain.write(
        "src/main/java/module-info.java",
        """
        module com.acme.chain {
          requires dev.crystallize.runtime;

          provides dev.crystallize.runtime.ExperimentNodeProvider
              with com.acme.ConsumerGraph, com.acme.ProducerGraph;
        }
        """);
    chain.write(
        "src/main/java/com/acme/FromYaml.java",
        """
        package com.acme;

        import dev.crystallize.runtime.*;
        import java.nio.file.Path;

        final class FromYaml {
          public static void main(String[] args) {
            System.out.println(ExperimentGraph.fromYaml(Path.of(args[0])).toMermaid());
          }
        }
        """);
    compile(chain);
    // The node reads what lies beside its class, not what it was compiled with.
    Path copy = chain.folder().resolve("target/classes/experiments/producer/config.yaml");
    Files.writeString(copy, Files.readString(copy).replace("10.0", "20.0"));

    Tool run = module(chain, "com.acme.ConsumerGraph");
    Tool fromYaml = module(chain, "com.acme.FromYaml", Chain.CONSUMER_YAML);

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("total  high_lr   120.000  (1)");
    assertThat(fromYaml.exitCode()).as(fromYaml.output()).isZero();
    assertThat(fromYaml.output()).contains("producer", "consumer");
  }

  @Test
  void aHostMayManageOtherVersionsAndBringOtherProcessors() throws Exception {
    Chain chain = Chain.writeTo(folder.resolve("host"));
    chain.write("pom.xml", pomOfAHost());
    chain.write(
        "src/main/java/com/acme/Host.java",
        """
        package com.acme;

        import com.google.auto.service.AutoService;

        @AutoService(Runnable.class)
        public final class Host implements Runnable {
          @Override
          public void run() {}

          public static void main(String[] args) throws Exception {
            ConsumerGraph.Results results = ConsumerGraph.run();
            System.out.println(
                new com.fasterxml.jackson.databind.ObjectMapper()
                    .writeValueAsString(results.consumer().metric("total").in("high_lr").values()));
          }
        }
        """);
    compile(chain);

    Tool run =
        Tool.javaIn(
            chain.folder(), "@" + chain.folder().resolve("target/java.args"), "com.acme.Host");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output().lines()).contains("[60.0]");
    assertThat(chain.folder().resolve("target/classes/META-INF/services/java.lang.Runnable"))
        .as("the other processor has run as well")
        .hasContent("com.acme.Host");
  }

  /** The long form of the guide, below the dependency management of Spring Boot. */
  private static String pomOfAHost() throws Exception {
    String guide = Files.readString(Path.of(Tool.property("project.root"), "docs/guide.md"));
    String pom =
        Fence.of(guide).stream()
            .filter(fence -> fence.argument().equals("long-form/pom.xml"))
            .findFirst()
            .orElseThrow()
            .text();
    return pom.replaceFirst(
            "(?s)(<dependencyManagement>\\s*<dependencies>)",
            "$1"
                + """
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-dependencies</artifactId>
                  <version>%s</version>
                  <type>pom</type>
                  <scope>import</scope>
                </dependency>
                """
                    .formatted(Tool.property("version.spring-boot")))
        .replaceFirst(
            "(?s)(</dependencyManagement>\\s*<dependencies>)",
            "$1"
                + """
                <dependency>
                  <groupId>com.google.auto.service</groupId>
                  <artifactId>auto-service-annotations</artifactId>
                  <version>%s</version>
                </dependency>
                <dependency>
                  <groupId>com.fasterxml.jackson.core</groupId>
                  <artifactId>jackson-databind</artifactId>
                </dependency>
                """
                    .formatted(Tool.property("version.auto-service")))
        .replaceFirst(
            "(?s)(<annotationProcessorPaths>)",
            "$1"
                + """
                <path>
                  <groupId>com.google.auto.service</groupId>
                  <artifactId>auto-service</artifactId>
                  <version>%s</version>
                </path>
                <path>
                  <groupId>com.palantir.javapoet</groupId>
                  <artifactId>javapoet</artifactId>
                  <version>%s</version>
                  <exclusions>
                    <exclusion>
                      <groupId>com.palantir.javapoet</groupId>
                      <artifactId>javapoet-root</artifactId>
                    </exclusion>
                  </exclusions>
                </path>
                <path>
                  <groupId>com.fasterxml.jackson.core</groupId>
                  <artifactId>jackson-databind</artifactId>
                  <version>%s</version>
                </path>
                """
                    .formatted(
                        Tool.property("version.auto-service"),
                        Tool.property("version.other-javapoet"),
                        Tool.property("version.other-jackson")))
        .replace(
            "</target>",
            """
            <pathconvert property="runtime.classpath" refid="maven.runtime.classpath" dirsep="/" />
            <echo file="${project.build.directory}/java.args">-cp "${runtime.classpath}"</echo>
            </target>
            """);
  }

  private void compile(Chain chain) throws Exception {
    Tool build = Tool.maven(chain.folder(), repository, "compile");
    assertThat(build.exitCode()).as(build.output()).isZero();
  }

  private static Tool module(Chain chain, String main, String... arguments) throws Exception {
    String path =
        chain.folder().resolve("target/classes") + File.pathSeparator + Jars.runtimePath();
    Path options =
        Files.writeString(chain.folder().resolve("target/module.args"), "-p \"" + path + "\" -m");
    return Tool.javaIn(chain.folder(), "@" + options, "com.acme.chain/" + main, arguments);
  }
}
