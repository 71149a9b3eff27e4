package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeNodeTest {

  @ParameterizedTest
  @EnumSource
  void aThousandTreatmentsAndALongListFitIntoTheLimitsOfClassFiles(Compiler compiler) {
    String treatments =
        IntStream.range(0, 1000)
            .mapToObj(i -> "  t" + i + ": { weight: " + i + ".5 }\n")
            .collect(Collectors.joining());
    String numbers =
        IntStream.range(0, 3000).mapToObj(i -> i + ".25").collect(Collectors.joining(", "));
    Compilation compilation =
        Project.of()
            .java(
                "Large",
                """
                package large;

                import dev.crystallize.annotations.*;
                import java.util.List;

                @Experiment
                final class Large {
                  @Step static double weigh(@Param double weight, @Param List<Double> numbers) {
                    return weight * numbers.size();
                  }
                }
                """)
            .yaml(
                "large",
                "treatments:\n  baseline: { weight: 1, numbers: [ "
                    + numbers
                    + " ] }\n"
                    + treatments)
            .compileWith(compiler);

    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    assertThat(compilation.generated().values())
        .allSatisfy(source -> assertThat(source.lines()).allMatch(line -> line.length() <= 100));
  }
}
