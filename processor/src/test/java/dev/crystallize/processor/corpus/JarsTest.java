package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Experiments that read from experiments, and use steps, which lie in jars. */
class JarsTest {

  private static final Sources FIRST =
      link("First", "", "@DataSource static int start() { return 1; }", "int number", "start");
  private static final Sources SECOND =
      link("Second", "(upstream = First.class)", "", "@Artifact int number", "first#number");
  private static final Sources THIRD =
      link("Third", "(upstream = Second.class)", "", "@Artifact int number", "second#number");

  private static final Sources LIBRARY =
      Sources.parse(
          """
          === Library.java
          package com.acme;

          import dev.crystallize.annotations.*;

          public final class Library {
            @Step public static int times(int data, @Param int factor) { return data * factor; }
          }
          """);

  private static final Sources USER =
      Sources.parse(
          """
          === User.java
          package com.acme;

          import dev.crystallize.annotations.*;

          @Experiment(uses = Library.class)
          final class User {
            @DataSource static int start() { return 1; }
          }
          === user/config.yaml
          datasource: { number: start }
          steps: [ times: { factor: 2 } ]
          """);

  @TempDir private Path folder;

  private static Sources link(
      String name, String member, String source, String parameter, String reads) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Sources.parse(
        """
        === %s.java
        package com.acme;

        import dev.crystallize.annotations.*;

        @Experiment%s
        public final class %s {
          %s
          @Step @Artifact("number") static int next(%s) { return number + 1; }
        }
        === %s/config.yaml
        datasource: { number: %s }
        outputs: { number: number.json }
        """
            .formatted(name, member, name, source, parameter, lower, reads));
  }

  @ParameterizedTest
  @EnumSource
  void threeExperimentsInThreeJarsReadFromEachOther(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Path first = jar("first", workshop.compile(FIRST));
      Path second = jar("second", compiled(workshop, SECOND, List.of(first)));

      Compilation third = compiled(workshop, THIRD, List.of(first, second));

      assertThat(third.reports()).as(third.describe()).isEmpty();
      assertThat(third.success()).as(third.describe()).isTrue();
      assertThat(third.source("com.acme.ThirdGraph").orElseThrow())
          .contains("Result first()", "Result second()", "Result third()");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTypoInAReferenceToAJarIsFound(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Path first = jar("first", workshop.compile(FIRST));

      Compilation second =
          compiled(
              workshop,
              SECOND.edit("second/config.yaml", "first#number", "first#numbre"),
              List.of(first));

      assertThat(second.only().id()).isEqualTo("missing-artifact");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherJarsDirectoryIsKnownAsOne(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Sources files =
          FIRST
              .edit("First.java", "static int next(", "static java.nio.file.Path next(")
              .edit("First.java", "return number + 1;", "return java.nio.file.Path.of(\".\");")
              .edit("first/config.yaml", "number.json", "{ kind: directory }");
      Path first = jar("first", workshop.compile(files));

      Compilation second =
          compiled(
              workshop,
              SECOND
                  .edit("Second.java", "@Artifact int number", "@Artifact byte[] number")
                  .edit("Second.java", "number + 1", "number.length"),
              List.of(first));

      assertThat(second.only().id()).isEqualTo("artifact-type");
      assertThat(second.only().headline()).endsWith("is a directory; read it as a Path");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExperimentOfAnOlderFormatMustBeCompiledAgain(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Map<String, String> files = new TreeMap<>(FIRST.java());
      String graph = workshop.compile(FIRST).source("com.acme.FirstGraph").orElseThrow();
      assertThat(graph).contains("format = 1");
      files.put("FirstGraph.java", graph.replace("format = 1", "format = 0"));
      Path first = jar("first", plain(workshop, new Sources(files)));

      Compilation second = compiled(workshop, SECOND, List.of(first));

      assertThat(second.only().id()).as(second.describe()).isEqualTo("stale-descriptor");
      assertThat(second.only().headline())
          .isEqualTo(
              "First cannot be read from: another version of Crystallize compiled it; compile it again");
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepsOfAJarHaveTheirNamesFromDebugTablesOrParameters(Compiler compiler) throws IOException {
    try (Workshop javac = new Workshop(Compiler.JAVAC, folder);
        Workshop workshop = new Workshop(compiler, folder)) {
      // ECJ reads names of parameters from debug tables alone.
      List<String> options =
          compiler == Compiler.JAVAC ? List.of("-g", "-parameters") : List.of("-g");
      for (String option : options) {
        Path library = jar("library" + option, javac.compile(LIBRARY, option));

        Compilation user = compiled(workshop, USER, List.of(library));

        assertThat(user.reports()).as(option + user.describe()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void stepsOfAJarWithoutNamesAreRefused(Compiler compiler) throws IOException {
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Path library = jar("library", workshop.compile(LIBRARY, "-g:none"));

      Compilation user = compiled(workshop, USER, List.of(library));

      Report error = user.only();
      assertThat(error.id()).as(user.describe()).isEqualTo("parameter-name");
      assertThat(error.file() + ":" + error.line()).isEqualTo("User.java:5");
    }
  }

  private static Compilation compiled(Workshop workshop, Sources sources, List<Path> jars)
      throws IOException {
    return workshop.compile(sources, List.of(), jars);
  }

  private static Compilation plain(Workshop workshop, Sources sources) throws IOException {
    Compilation compilation = workshop.compile(sources, "-proc:none");
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    return compilation;
  }

  private Path jar(String name, Compilation compilation) throws IOException {
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : new ArrayList<>(compilation.output().entrySet())) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    assertThat(Files.size(jar)).isPositive();
    return jar;
  }
}
