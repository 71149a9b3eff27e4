package dev.crystallize.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskSeedsTest {

  @ParameterizedTest
  @CsvSource({
    "step:produce_summary, 0, 0, 0, -7516220547230550208, 7956406601834105623, 0.1243423558742901",
    "step:produce_summary, 0, 0, 1, 2553153377645622580, 1236462010788269891, 0.6688713249662215",
    "datasource:numbers, 0, 7, 2, -1320744393220174248, -4319126763048387395, 0.23492747629862443",
    "step:produce_summary, 1, 4294967295, 39, -2101576270355889497, 2647773224724602647,"
        + " 0.1993388902886798"
  })
  void aGeneratorIsTheSameOnEveryJdk(
      String use, int occurrence, long seed, int replicate, long k, long first, double second) {
    long derived = TaskSeeds.derive("producer", use, occurrence, seed, replicate);
    assertThat(derived).isEqualTo(k);
    RandomGenerator generator = RandomGeneratorFactory.of(TaskSeeds.ALGORITHM).create(derived);
    assertThat(generator.nextLong()).isEqualTo(first);
    assertThat(generator.nextDouble()).isEqualTo(second);
  }

  @Test
  void thePlainSeedOfAStepIsNotTheSeedOfItsGenerator() {
    String use = TaskSeeds.plainSeed(TaskSeeds.step("produce_summary"));
    assertThat(TaskSeeds.derive("producer", use, 0, 0, 0)).isEqualTo(3333898864661149029L);
  }

  @Test
  void usesAreNamedByTheirKind() {
    assertThat(TaskSeeds.step("a")).isEqualTo("step:a");
    assertThat(TaskSeeds.datasource("a")).isEqualTo("datasource:a");
    assertThat(TaskSeeds.verifier("a")).isEqualTo("verifier:a");
  }
}
