package dev.crystallize.processor.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crystallize.processor.harness.Compilation;
import dev.crystallize.processor.harness.Compiler;
import dev.crystallize.processor.harness.Project;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeterminismTest {

  @ParameterizedTest
  @EnumSource
  void localeAndTimeZoneChangeNothing(Compiler compiler) {
    Map<String, String> expected = generated(GoldenProjects.kinds(), compiler);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

      assertThat(generated(GoldenProjects.kinds(), compiler)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfFilesChangesNothing(Compiler compiler) {
    Project project =
        GoldenProjects.chain()
            .java("Producer", GoldenProjects.CONSUMER)
            .java("Consumer", GoldenProjects.PRODUCER);

    assertThat(generated(project, compiler)).isEqualTo(generated(GoldenProjects.chain(), compiler));
  }

  private static Map<String, String> generated(Project project, Compiler compiler) {
    Compilation compilation = project.compileWith(compiler);
    assertThat(compilation.success()).as(compilation.describe()).isTrue();
    return compilation.generated();
  }
}
