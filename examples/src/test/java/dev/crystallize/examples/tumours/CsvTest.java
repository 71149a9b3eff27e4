package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void theTumoursAreComplete() {
    Table tumours = Csv.read("/breast_cancer.csv");

    assertThat(tumours.classes()).containsExactly("malignant", "benign");
    assertThat(tumours.rows()).hasSize(569);
    assertThat(tumours.width()).isEqualTo(30);
    assertThat(tumours.rows().stream().filter(row -> row.label() == 0)).hasSize(212);
  }

  @Test
  void theLastValueOfALineIsTheClass() throws IOException {
    assertThat(parse("1,2,a,b\n0.5,-3,1\n"))
        .isEqualTo(new Table(List.of("a", "b"), List.of(new Table.Row(List.of(0.5, -3.0), 1))));
  }

  @Test
  void aMissingResourceIsNamed() {
    assertThatThrownBy(() -> Csv.read("/breast-cancer.csv"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no resource '/breast-cancer.csv' on the class path");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> parse("")).hasMessage("some.csv: empty, expected a first line");
  }

  @Test
  void aWordInPlaceOfANumberIsReportedWhereItStands() {
    assertThatThrownBy(() -> parse("2,2,a,b\n1,2,0\n1.25,two,1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("some.csv:3:6: 'two' is not a finite number");
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> parse("1,1,a\nNaN,0\n"))
        .hasMessage("some.csv:2:1: 'NaN' is not a finite number");
  }

  @Test
  void aClassThatTheFirstLineDoesNotNameIsRefused() {
    assertThatThrownBy(() -> parse("1,1,a,b\n1,2\n"))
        .hasMessage("some.csv:2:3: '2' is not a whole number from 0 to 1");
  }

  @Test
  void aShortLineIsRefused() {
    assertThatThrownBy(() -> parse("1,2,a,b\n1,0\n"))
        .hasMessage("some.csv:2:1: expected 2 features and a class, but found 2 values");
  }

  @Test
  void aTruncatedFileIsRefused() {
    assertThatThrownBy(() -> parse("2,1,a\n1,0\n"))
        .hasMessageContaining("2 rows announced, but 1 found");
  }

  private static Table parse(String text) throws IOException {
    return Csv.parse("some.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
