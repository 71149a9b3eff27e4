package dev.crystallize.examples.tumours;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

/**
 * Logistic regression by stochastic gradient descent with AdaGrad (J. Duchi, E. Hazan, Y. Singer,
 * "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011).
 *
 * <p>Tribuo steps along the sum of a batch's gradients times the size of the batch. AdaGrad divides
 * by the size of past gradients, so here the learning rate means the same for every batch size.
 *
 * @param learningRate how far the first step goes in each weight; above 0
 * @param batchSize how many examples make a step; at least 1
 * @param epochs how often all examples are seen; at least 1
 */
record LogisticRegression(double learningRate, int batchSize, int epochs) {

  // Tribuo reports every training at INFO. Loggers are held weakly: without this field the level
  // would be forgotten.
  private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

  static {
    if (TRIBUO.getLevel() == null) {
      TRIBUO.setLevel(Level.WARNING);
    }
  }

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  LogisticRegression {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException("learning rate must be above 0, but is " + learningRate);
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, but is " + batchSize);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs);
    }
  }

  /**
   * Trains a model in the calling thread. Equal tables and seeds give models that are saved as
   * equal bytes.
   *
   * @param train the examples to learn from
   * @param seed decides the order in which they are seen
   */
  Model<Label> train(Table train, long seed) {
    return new Trainer(this, seed).train(Datasets.of(train));
  }

  /**
   * Leaves out of a model's provenance what differs between two equal trainings: the time, the
   * version of Java and the machine.
   */
  private static final class Trainer extends LinearSGDTrainer {

    Trainer(LogisticRegression settings, long seed) {
      super(
          new LogMulticlass(),
          new AdaGrad(settings.learningRate()),
          settings.epochs(),
          -1,
          settings.batchSize(),
          seed);
    }

    @Override
    protected LinearSGDModel createModel(
        String name,
        ModelProvenance provenance,
        ImmutableFeatureMap features,
        ImmutableOutputInfo<Label> labels,
        LinearParameters parameters) {
      ModelProvenance timeless =
          new ModelProvenance(
              provenance.getClassName(),
              Datasets.NO_TIME,
              provenance.getDatasetProvenance(),
              provenance.getTrainerProvenance(),
              Map.of(),
              false);
      return super.createModel(name, timeless, features, labels, parameters);
    }
  }
}
