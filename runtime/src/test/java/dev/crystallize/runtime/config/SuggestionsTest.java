package dev.crystallize.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  @Test
  void aNearNameIsSuggested() {
    assertThat(Suggestions.of("sumary", List.of("model", "summary")).text())
        .isEqualTo("; did you mean 'summary'?");
  }

  @Test
  void namesThatDifferInCaseOnlyAreSaidToDoSo() {
    assertThat(Suggestions.of("Summary", List.of("model", "summary")).text())
        .isEqualTo("; did you mean 'summary', which differs in case only?");
  }

  @Test
  void namesInSnakeAndCamelFormAreSaidToDifferInThat() {
    assertThat(Suggestions.of("learningRate", List.of("learning_rate")).text())
        .isEqualTo(
            "; did you mean 'learning_rate', which differs only in case, underscores or hyphens?");
  }

  @Test
  void withoutANearNameAllAreListed() {
    assertThat(Suggestions.of("loss", List.of("model", "summary")).text())
        .isEqualTo("; known: model, summary");
  }

  @Test
  void ofManyNamesTheFirstEightAreListed() {
    List<String> names = IntStream.range(0, 11).mapToObj(i -> "name" + i).toList();

    assertThat(Suggestions.of("x", names).text())
        .isEqualTo("; known: name0, name1, name2, name3, name4, name5, name6, name7 and 3 more");
  }

  @Test
  void whereNothingIsKnownNothingIsSaid() {
    assertThat(Suggestions.of("x", List.of()).text()).isEmpty();
  }

  @Test
  void aNameThatDiffersOnlyInSpellingIsNearest() {
    assertThat(Suggestions.nearest("learningRate", List.of("learningRates", "learning_rate")))
        .contains("learning_rate");
    assertThat(Suggestions.nearest("HIGH_LR", List.of("low_lr", "high_lr"))).contains("high_lr");
  }

  @Test
  void ofEquallyNearNamesTheFirstIsTaken() {
    assertThat(Suggestions.nearest("trainx", List.of("trainy", "trainz"))).contains("trainy");
  }

  @Test
  void aThirdOfTheLengthMayDiffer() {
    assertThat(Suggestions.nearest("abcdef", List.of("abcdxy"))).contains("abcdxy");
    assertThat(Suggestions.nearest("abcdef", List.of("abcxyz"))).isEmpty();
    assertThat(Suggestions.nearest("ab", List.of("ax"))).contains("ax");
    assertThat(Suggestions.nearest("ab", List.of("xy"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "ab, ba, 1",
    "summary, sumamry, 1",
    "abc, abc, 0",
    "'', abc, 3",
    "ca, abc, 3"
  })
  void theDistanceCountsInsertionsDeletionsReplacementsAndSwaps(
      String one, String other, int distance) {
    assertThat(Suggestions.distance(one, other)).isEqualTo(distance);
    assertThat(Suggestions.distance(other, one)).isEqualTo(distance);
  }
}
