package dev.crystallize.examples.tumours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class LogisticRegressionTest {

  private static final Parts PARTS =
      Csv.read("/breast_cancer.csv").shuffleAndSplit(0.3, new SplittableRandom(1)).standardised();
  private static final LogisticRegression BASELINE = new LogisticRegression(0.1, 32, 5);

  @Test
  void aTrainedModelTellsMostTumoursItHasNotSeen() {
    Scores scores = Scores.of(BASELINE.train(PARTS.train(), 1), PARTS.test());

    assertThat(scores.accuracy()).isBetween(0.93, 1.0);
    assertThat(scores.f1()).isBetween(0.9, 1.0);
    assertThat(scores.logLoss()).isBetween(0.01, 0.2);
  }

  @Test
  void equalTrainingsAreSavedAsEqualBytesWhateverTheThread() {
    byte[] expected = saved(BASELINE.train(PARTS.train(), 1));

    assertThat(
            IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> saved(BASELINE.train(PARTS.train(), 1)))
                .toList())
        .allSatisfy(bytes -> assertThat(bytes).isEqualTo(expected));
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    assertThat(saved(BASELINE.train(PARTS.train(), 1)))
        .isNotEqualTo(saved(BASELINE.train(PARTS.train(), 2)));
  }

  @Test
  void aSavedModelHoldsNoTimeAndNoMachine() {
    Model<Label> model = BASELINE.train(PARTS.train(), 1);

    assertThat(model.getProvenance().getTrainingTime()).isEqualTo(Datasets.NO_TIME);
    assertThat(model.getProvenance().getJavaVersion()).isEqualTo("unknown-version");
    assertThat(model.getProvenance().getOS()).isEqualTo("unknown-version");
  }

  @Test
  void aLoadedModelJudgesAsTheSavedOneAndIsSavedAsTheSameBytes() throws IOException {
    Model<Label> model = BASELINE.train(PARTS.train(), 1);
    Model<Label> loaded = Models.load(new ByteArrayInputStream(saved(model)));

    assertThat(Scores.of(loaded, PARTS.test())).isEqualTo(Scores.of(model, PARTS.test()));
    assertThat(saved(loaded)).isEqualTo(saved(model));
  }

  @Test
  void aTruncatedModelIsRefused() {
    byte[] bytes = saved(BASELINE.train(PARTS.train(), 1));

    assertThatThrownBy(() -> Models.load(new ByteArrayInputStream(bytes, 0, bytes.length / 2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void anEmptyFileIsNoModel() {
    assertThatThrownBy(() -> Models.load(new ByteArrayInputStream(new byte[0])))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("not a saved classifier");
  }

  @Test
  void aLearningRateOfZeroIsRefused() {
    assertThatThrownBy(() -> new LogisticRegression(0, 32, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("learning rate must be above 0, but is 0.0");
  }

  @Test
  void aBatchWithoutExamplesIsRefused() {
    assertThatThrownBy(() -> new LogisticRegression(0.1, 0, 5))
        .hasMessage("batch size must be at least 1, but is 0");
  }

  private static byte[] saved(Model<Label> model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Models.save(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
