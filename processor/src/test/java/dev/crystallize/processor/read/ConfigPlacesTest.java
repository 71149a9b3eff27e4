package dev.crystallize.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import dev.crystallize.processor.harness.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigPlacesTest {

  private static final String OPTION = "-Acrystallize.experiments=";

  private static final Project LOOK =
      Project.of()
          .java(
              "Look",
              """
              package com.acme;

              import dev.crystallize.annotations.*;

              @Experiment
              final class Look {
                @Step
                static void look() {}
              }
              """);

  @ParameterizedTest
  @EnumSource
  void theOptionNamesTheFolderOfConfigurations(Compiler compiler, @TempDir Path folder)
      throws IOException {
    Files.createDirectory(folder.resolve("look"));
    Files.writeString(folder.resolve("look/config.yaml"), "steps: [ look ]\n");

    Compilation compilation = LOOK.option(OPTION + folder).compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withTheOptionNoOtherPlaceIsTried(Compiler compiler, @TempDir Path folder) {
    Compilation compilation =
        LOOK.yaml("look", "steps: [ look ]\n").option(OPTION + folder).compileWith(compiler);

    Report error = compilation.only();
    assertThat(error.id()).isEqualTo("config-not-found");
    assertThat(error.text()).contains("looked in " + folder.resolve("look/config.yaml"));
  }

  @ParameterizedTest
  @EnumSource
  void anOptionThatIsNoAbsolutePathIsRefused(Compiler compiler) {
    Compilation compilation = LOOK.option(OPTION + "experiments").compileWith(compiler);

    assertThat(compilation.only().headline())
        .contains("-Acrystallize.experiments=experiments must be the absolute path of a folder");
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatLeavesTheFolderIsRefusedAndNotRead(Compiler compiler) {
    Compilation compilation =
        LOOK.java(
                "Look",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment("../look")
                final class Look {
                  @Step
                  static void look() {}
                }
                """)
            .resource("look/config.yaml", "steps: [ look ]\n")
            .compileWith(compiler);

    assertThat(compilation.only().id()).isEqualTo("experiment-name");
  }

  @ParameterizedTest
  @EnumSource
  void aNameWithASpaceIsFoundToo(Compiler compiler) {
    Compilation compilation =
        LOOK.java(
                "Look",
                """
                package com.acme;

                import dev.crystallize.annotations.*;

                @Experiment("look here")
                final class Look {
                  @Step
                  static void look() {}
                }
                """)
            .yaml("look here", "steps: [ look ]\n")
            .compileWith(compiler);

    assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
    assertThat(compilation.source("com.acme.LookHereGraph")).isPresent();
  }
}
