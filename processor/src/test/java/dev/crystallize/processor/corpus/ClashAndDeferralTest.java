package dev.crystallize.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.GeneratingProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClashAndDeferralTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void twoExperimentsWhoseAccessorsBecomeOneAreReportedByTheOneThatJoinsThem(Compiler compiler)
      throws IOException {
    Sources sources =
        Sources.parse(
            """
            === A.java
            package com.acme.a;

            import dev.crystallize.annotations.*;

            @Experiment("high-lr")
            public final class A {
              @Step @Artifact("number") public static int number() { return 1; }
            }
            === B.java
            package com.acme.b;

            import dev.crystallize.annotations.*;

            @Experiment("high_lr")
            public final class B {
              @Step @Artifact("number") public static int number() { return 1; }
            }
            === Both.java
            package com.acme;

            import dev.crystallize.annotations.*;

            @Experiment("both")
            final class Both {
              @Step @Artifact("sum") static int add(@Artifact int a, @Artifact int b) { return a + b; }
            }
            === Last.java
            package com.acme;

            import dev.crystallize.annotations.*;

            @Experiment("last")
            final class Last {
              @Step static void look(@Artifact int sum) {}
            }
            === high-lr/config.yaml
            outputs: { number: number.json }
            === high_lr/config.yaml
            outputs: { number: number.json }
            === both/config.yaml
            datasource: { a: high-lr#number, b: high_lr#number }
            outputs: { sum: sum.json }
            === last/config.yaml
            datasource: { sum: both#sum }
            """);
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Compilation compilation = workshop.compile(sources);

      assertThat(compilation.only().id()).isEqualTo("generated-name-clash");
      assertThat(compilation.only().file()).isEqualTo("Both.java");
      assertThat(compilation.only().headline())
          .contains("would both be highLr in BothGraph.Results");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoReadsATypeThatIsStillToBeMadeWaitsForItEvenIfItDoesNotNameIt(Compiler compiler)
      throws IOException {
    Sources sources =
        Sources.parse(
            """
            === Maker.java
            package com.acme;

            import dev.crystallize.annotations.*;

            @Experiment("maker")
            final class Maker {
              @Step @Artifact("row") static Row make() { return new Row(1); }
            }
            === Taker.java
            package com.acme;

            import dev.crystallize.annotations.*;
            import java.nio.file.Path;

            @Experiment("taker")
            final class Taker {
              @Step static void take(@Artifact Path row) { TakerGraph.node(); }
            }
            === maker/config.yaml
            outputs: { row: row.json }
            === taker/config.yaml
            datasource: { row: maker#row }
            """);
    try (Workshop workshop = new Workshop(compiler, folder)) {
      Compilation compilation =
          workshop.compile(
              sources,
              List.of(
                  new GeneratingProcessor(
                      "com.acme.Row", "package com.acme; record Row(int number) {}")),
              List.of());

      assertThat(compilation.reports()).as(compilation.describe()).isEmpty();
      assertThat(compilation.success()).as(compilation.describe()).isTrue();
    }
  }
}
