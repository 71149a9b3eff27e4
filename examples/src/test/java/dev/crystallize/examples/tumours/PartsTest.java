package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void bothPartsAreStandardisedByTheTrainingPartAlone() {
    Parts parts = new Parts(column(1, 3), column(5, 2)).standardised();

    assertThat(parts).isEqualTo(new Parts(column(-1, 1), column(3, 0)));
  }

  @Test
  void aFeatureThatDoesNotVaryIsOnlyCentred() {
    Parts parts = new Parts(column(4, 4), column(6)).standardised();

    assertThat(parts).isEqualTo(new Parts(column(0, 0), column(2)));
  }

  @Test
  void anEmptyTrainingPartHasNoScale() {
    Parts parts = new Parts(column(), column(1));

    assertThatThrownBy(parts::standardised)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a table without rows has no scale");
  }

  private static Table column(double... values) {
    return new Table(
        List.of("a"),
        Arrays.stream(values).mapToObj(value -> new Table.Row(List.of(value), 0)).toList());
  }
}
