package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final Table TUMOURS = Csv.read("/breast_cancer.csv");

  @Test
  void aSplitLosesNoRowAndRepeatsNone() {
    Parts parts = TUMOURS.shuffleAndSplit(0.3, new SplittableRandom(1));

    List<Table.Row> all = new ArrayList<>(parts.train().rows());
    all.addAll(parts.test().rows());
    assertThat(all).containsExactlyInAnyOrderElementsOf(TUMOURS.rows());
  }

  @Test
  void eachClassHasTheSameShareInTheTestPart() {
    Table test = TUMOURS.shuffleAndSplit(0.3, new SplittableRandom(1)).test();

    assertThat(test.rows().stream().filter(row -> row.label() == 0)).hasSize(64);
    assertThat(test.rows().stream().filter(row -> row.label() == 1)).hasSize(107);
  }

  @Test
  void equalGeneratorsGiveEqualParts() {
    assertThat(TUMOURS.shuffleAndSplit(0.3, new SplittableRandom(7)))
        .isEqualTo(TUMOURS.shuffleAndSplit(0.3, new SplittableRandom(7)))
        .isNotEqualTo(TUMOURS.shuffleAndSplit(0.3, new SplittableRandom(8)));
  }

  @Test
  void aShareAboveOneIsRefused() {
    assertThatThrownBy(() -> TUMOURS.shuffleAndSplit(30, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the test share must be between 0 and 1, but is 30.0");
  }

  @Test
  void rowsOfDifferentWidthAreRefused() {
    List<Table.Row> rows =
        List.of(new Table.Row(List.of(1.0), 0), new Table.Row(List.of(1.0, 2.0), 0));

    assertThatThrownBy(() -> new Table(List.of("a"), rows))
        .hasMessage("row 1 has 2 features, the first row has 1");
  }

  @Test
  void aLabelWithoutAClassIsRefused() {
    List<Table.Row> rows = List.of(new Table.Row(List.of(1.0), 1));

    assertThatThrownBy(() -> new Table(List.of("a"), rows))
        .hasMessage("row 0 has label 1, but there are 1 classes");
  }
}
