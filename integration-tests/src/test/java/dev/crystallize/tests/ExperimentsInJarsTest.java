package dev.crystallize.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Experiments that read from each other, each in a jar, compiled and run one after the other. */
class ExperimentsInJarsTest {

  /** Where the jars stand. */
  enum Place {
    CLASS_PATH("-classpath"),
    MODULE_PATH("--module-path");

    private final String option;

    Place(String option) {
      this.option = option;
    }

    /** The options of javac that put what a jar needs there. */
    String[] of(ExperimentJar jar, String... more) {
      List<String> options = new ArrayList<>(List.of(option, jar.path()));
      options.addAll(List.of(more));
      return options.toArray(String[]::new);
    }

    /** Compiles a jar against what it needs, and packs it. */
    ExperimentJar packed(ExperimentJar jar, String... more) throws IOException {
      return jar.pack(of(jar, more));
    }

    /** Runs a main class of a jar from there. */
    Tool run(ExperimentJar jar, String main, String... arguments) throws Exception {
      String qualified = "com.acme." + jar.name() + "." + main;
      List<String> command =
          new ArrayList<>(List.of(option, jar.jar() + File.pathSeparator + jar.path()));
      command.addAll(
          this == MODULE_PATH
              ? List.of("-m", "com.acme." + jar.name() + "/" + qualified)
              : List.of(qualified));
      command.addAll(List.of(arguments));
      return Tool.java(command.toArray(String[]::new));
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void threeJarsAreCheckedAndRunTogether(Place place) throws Exception {
    ExperimentJar tools = place.packed(tools(), "-g:none", "-parameters");
    ExperimentJar first = place.packed(first());
    ExperimentJar second = place.packed(second(first, tools));
    ExperimentJar third = place.packed(third(first, second, tools));

    Tool two = place.run(second, "SecondGraph", "--data", folder.resolve("two").toString());
    Tool three = place.run(third, "ThirdGraph", "--data", folder.resolve("three").toString());

    assertThat(two.exitCode()).as(two.output()).isZero();
    assertThat(three.exitCode()).as(three.output()).isZero();
    assertThat(three.output())
        .contains("distance  baseline  45.000  (1)", "distance  triple    35.000  (1)");
  }

  @ParameterizedTest
  @EnumSource
  void eachNodeReadsTheConfigurationOfItsOwnJar(Place place) throws Exception {
    ExperimentJar first = place.packed(first());
    ExperimentJar second = place.packed(second(first, place.packed(tools(), "-g")));
    // What lies in the jars now is not what they were compiled with.
    repack(first.yaml("first", FIRST_YAML.replace("start: 2", "start: 3")));

    Tool run = place.run(second, "SecondGraph", "--data", folder.resolve("data").toString());

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("total  baseline  120.000  (1)");
  }

  @ParameterizedTest
  @EnumSource
  void aMisspeltOutputOfAnotherJarIsFound(Place place) throws Exception {
    ExperimentJar second = second(place.packed(first()), place.packed(tools(), "-parameters"));
    second.yaml("second", SECOND_YAML.replace("first#rows", "first#rowz"));

    Tool javac = second.compile(place.of(second));

    assertThat(javac.exitCode()).isEqualTo(1);
    assertThat(javac.output())
        .contains("[missing-artifact] 'first' has no output 'rowz'; did you mean 'rows'?")
        .contains("(experiments/second/config.yaml:1:21)")
        .contains("1 error");
  }

  @ParameterizedTest
  @EnumSource
  void aTypeArgumentThatAnotherJarDoesNotWriteIsFound(Place place) throws Exception {
    ExperimentJar second = second(place.packed(first()), place.packed(tools(), "-parameters"));
    second.java("Second", SECOND.replace("Table<Integer> rows", "Table<String> rows"));

    Tool javac = second.compile(place.of(second));

    assertThat(javac.exitCode()).isEqualTo(1);
    assertThat(javac.output())
        .contains("[artifact-type]", "Table<String>", "Table<Integer>", "Second.java:13")
        .contains("1 error");
  }

  @ParameterizedTest
  @EnumSource
  void aLibraryOfStepsWithoutNamesOfParametersSaysHowToCompileIt(Place place) throws Exception {
    ExperimentJar second = second(place.packed(first()), place.packed(tools(), "-g:none"));

    Tool javac = second.compile(place.of(second));

    assertThat(javac.exitCode()).isEqualTo(1);
    assertThat(javac.output())
        .contains("[parameter-name]", "-parameters", "@Param(")
        .contains("1 error");
  }

  private static final String FIRST_YAML =
      """
      datasource: { numbers: numbers }
      outputs: { rows: rows.json }
      steps: [ keep ]
      treatments: { baseline: { start: 2 }, triple: { start: 6 } }
      """;

  private static final String SECOND_YAML =
      """
      datasource: { rows: first#rows }
      outputs: { total: total.json }
      steps: [ add, scale: { factor: 10 }, finish ]
      """;

  private static final String SECOND =
      """
      import com.acme.first.First;
      import com.acme.first.Table;
      import com.acme.tools.Tools;
      import dev.crystallize.annotations.*;

      @Experiment(upstream = First.class, uses = Tools.class)
      public final class Second {
        private Second() {}

        @Step
        public static int add(
            @Artifact Table<Integer> rows) {
          return rows.cells().stream().mapToInt(Integer::intValue).sum();
        }

        @Step @Metric("total") @Artifact("total")
        public static int finish(int data) { return data; }
      }
      """;

  private ExperimentJar tools() throws IOException {
    return new ExperimentJar(folder, "tools", List.of())
        .java(
            "Tools",
            """
            import dev.crystallize.annotations.*;

            public final class Tools {
              private Tools() {}

              @Step public static int scale(int data, @Param int factor) { return data * factor; }
            }
            """);
  }

  private ExperimentJar first() throws IOException {
    return new ExperimentJar(folder, "first", List.of())
        .java(
            "Table",
            """
            import java.util.List;

            public record Table<T>(List<T> cells) {}
            """)
        .java(
            "First",
            """
            import dev.crystallize.annotations.*;
            import java.util.List;

            @Experiment
            public final class First {
              private First() {}

              @DataSource
              static List<Integer> numbers(@Param int start) {
                return List.of(start, start + 1, start + 2);
              }

              @Step @Artifact("rows")
              static Table<Integer> keep(List<Integer> data) { return new Table<>(data); }
            }
            """)
        .yaml("first", FIRST_YAML);
  }

  private ExperimentJar second(ExperimentJar first, ExperimentJar tools) throws IOException {
    return new ExperimentJar(folder, "second", List.of(first, tools))
        .java("Second", SECOND)
        .yaml("second", SECOND_YAML);
  }

  private ExperimentJar third(ExperimentJar first, ExperimentJar second, ExperimentJar tools)
      throws IOException {
    return new ExperimentJar(folder, "third", List.of(first, second, tools))
        .java(
            "Third",
            """
            import com.acme.first.First;
            import com.acme.first.Table;
            import com.acme.second.Second;
            import dev.crystallize.annotations.*;

            @Experiment(upstream = { First.class, Second.class })
            public final class Third {
              private Third() {}

              @Step @Metric("distance")
              public static int compare(@Artifact Table<Integer> rows, @Artifact int total) {
                return total / rows.cells().get(0);
              }
            }
            """)
        .yaml("third", "datasource: { rows: first#rows, total: second#total }\n");
  }

  private static void repack(ExperimentJar jar) {
    Tool tool =
        Tool.run(
            "jar",
            "--update",
            "--file",
            jar.jar().toString(),
            "-C",
            jar.folder().resolve(jar.name()).resolve("classes").toString(),
            "experiments");
    assertThat(tool.exitCode()).as(tool.output()).isZero();
  }
}
