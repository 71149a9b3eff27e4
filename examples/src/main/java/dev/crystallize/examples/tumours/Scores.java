package dev.crystallize.examples.tumours;

import java.util.List;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;

/**
 * How well a model does on rows it has not seen.
 *
 * @param accuracy the share of rows it gets right
 * @param f1 the harmonic mean of precision and recall for malignant tumours
 * @param logLoss the mean of {@code -ln p}, where {@code p} is the probability it gave to the true
 *     class, taken as at least 1e-15
 */
record Scores(double accuracy, double f1, double logLoss) {

  private static final Label MALIGNANT = new Label("malignant");
  private static final double SMALLEST_PROBABILITY = 1e-15;

  /**
   * Judges a model.
   *
   * @throws IllegalArgumentException if there are no rows to judge it by
   */
  static Scores of(Model<Label> model, Table test) {
    if (test.rows().isEmpty()) {
      throw new IllegalArgumentException("no rows to judge the model by");
    }
    MutableDataset<Label> dataset = Datasets.of(test);
    List<Prediction<Label>> predictions = model.predict(dataset);
    LabelEvaluation evaluation =
        new LabelEvaluator().evaluate(model, predictions, dataset.getProvenance());
    return new Scores(evaluation.accuracy(), evaluation.f1(MALIGNANT), logLoss(predictions));
  }

  private static double logLoss(List<Prediction<Label>> predictions) {
    double sum = 0;
    for (Prediction<Label> prediction : predictions) {
      String truth = prediction.getExample().getOutput().getLabel();
      double probability = prediction.getOutputScores().get(truth).getScore();
      // StrictMath: the same bits on every JDK.
      sum -= StrictMath.log(Math.max(probability, SMALLEST_PROBABILITY));
    }
    return sum / predictions.size();
  }
}
