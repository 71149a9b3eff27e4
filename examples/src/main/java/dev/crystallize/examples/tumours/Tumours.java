package dev.crystallize.examples.tumours;

import dev.crystallize.annotations.Artifact;
import dev.crystallize.annotations.DataSource;
import dev.crystallize.annotations.Experiment;
import dev.crystallize.annotations.Loader;
import dev.crystallize.annotations.Metric;
import dev.crystallize.annotations.Param;
import dev.crystallize.annotations.Step;
import dev.crystallize.annotations.Verifier;
import dev.crystallize.annotations.Writer;
import dev.crystallize.runtime.Output;
import dev.crystallize.runtime.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** How learning rate and batch size change a classifier of tumours. */
final class Tumours {

  private static final double TEST_SHARE = 0.3;

  private Tumours() {}

  /** Splits the tumours into what models learn from and what they are judged by. */
  @Experiment
  static final class Split {

    private Split() {}

    @DataSource(reads = "/breast_cancer.csv")
    static Table tumours() {
      return Csv.read("/breast_cancer.csv");
    }

    @Step
    static void split(Table data, RandomGenerator random, Output<Table> train, Output<Table> test) {
      Parts parts = data.shuffleAndSplit(TEST_SHARE, random).standardised();
      train.write(parts.train());
      test.write(parts.test());
    }
  }

  /** Trains a logistic regression. */
  @Experiment
  static final class Train {

    private Train() {}

    @Step
    @Artifact("model")
    static Model<Label> train(
        @Artifact Table train,
        @Param double learningRate,
        @Param int batchSize,
        @Param(defaultValue = "5") int epochs,
        RandomGenerator random) {
      return new LogisticRegression(learningRate, batchSize, epochs)
          .train(train, random.nextLong());
    }

    @Writer
    static void saveModel(Model<Label> model, OutputStream out) throws IOException {
      Models.save(model, out);
    }

    @Loader
    static Model<Label> loadModel(InputStream in) throws IOException {
      return Models.load(in);
    }
  }

  /** Judges the trained models and compares the treatments with the baseline. */
  @Experiment
  static final class Evaluate {

    private Evaluate() {}

    @Step
    @Metric
    static Scores evaluate(@Artifact Model<Label> model, @Artifact Table test) {
      return Scores.of(model, test);
    }

    @Verifier
    static Map<String, Object> signFlipTest(
        Samples baseline, Samples treatment, RandomGenerator random) {
      SignFlipTest test = SignFlipTest.of(baseline.pairs(treatment).differences(), random);
      Map<String, Object> outcome = new LinkedHashMap<>();
      outcome.put("difference", test.meanDifference());
      outcome.put("p_value", test.pValue());
      outcome.put("pairs", test.pairs());
      return outcome;
    }
  }
}
