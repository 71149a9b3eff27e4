package dev.crystallize.runtime;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that a builder is given become folders, as those of files do. */
class BuilderNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "..            | it starts with '.'",
        "a/b           | it contains '/'",
        "con           | it is the name of a device on Windows",
        "com1.txt      | it is the name of a device on Windows",
        "metrics.csv   | a file or folder of that name lies beside the treatment's data",
        "Replicate_3   | a file or folder of that name lies beside the treatment's data",
        "BaseLine      | 'BaseLine' and 'baseline' differ only in case",
        "HIGH          | 'HIGH' and 'high' differ only in case",
        "high          | two treatments are named 'high'",
      })
  void aTreatmentThatCannotBeAFolderIsRefused(String name, String reason) {
    ExperimentNode.Builder node = ExperimentNode.builder("study").treatment("high", Map.of("a", 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.treatment(name, Map.of("a", 2)))
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"../x, it contains '/'", "NUL, it is the name of a device on Windows"})
  void soIsAnExperiment(String name, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentNode.builder(name))
        .withMessageContaining("experiment '" + name + "' cannot be a name on disk: ")
        .withMessageContaining(reason);
  }

  @Test
  void namesThatDifferOnlyInCaseAreOneFolderOnSomeDisks() {
    ExperimentNode one = ExperimentNode.builder("one").metric("m", context -> 1.0).build();
    ExperimentNode twin = ExperimentNode.builder("One").metric("m", context -> 1.0).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentGraph.of(one, twin))
        .withMessage(
            "[duplicate-experiment] the experiments 'one' and 'One' differ only in case; some disks"
                + " take them for the same folder");
  }

  @Test
  void twoNodesOfOneNameAreAnErrorThatTellsHowToBuildOne() {
    ExperimentNode one = ExperimentNode.builder("one").metric("m", context -> 1.0).build();
    ExperimentNode again = ExperimentNode.builder("one").metric("m", context -> 1.0).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentGraph.of(one, again))
        .withMessage(
            "[duplicate-experiment] two experiments are named 'one'; build a node once and hand that"
                + " object to all who read it");
  }
}
