package dev.crystallize.runtime;

import dev.crystallize.runtime.plan.TaskSeeds;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Who draws random numbers: nobody else draws the same.
 *
 * @param experiment the experiment's name
 * @param use a step, datasource or verifier, as {@link TaskSeeds} names it
 * @param occurrence how often the same use came before, from 0
 * @param seed the seed in effect
 * @param replicate the replicate
 */
record RandomUse(String experiment, String use, int occurrence, long seed, int replicate) {

  RandomGenerator generator() {
    return Algorithm.FACTORY.create(generatorSeed());
  }

  /** What the generator is made from. */
  long generatorSeed() {
    return TaskSeeds.derive(experiment, use, occurrence, seed, replicate);
  }

  long plainSeed() {
    return TaskSeeds.derive(experiment, TaskSeeds.plainSeed(use), occurrence, seed, replicate);
  }

  /** Looked up among all algorithms of the JDK, which takes a while, when a task draws numbers. */
  private static final class Algorithm {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
        RandomGeneratorFactory.of(TaskSeeds.ALGORITHM);
  }
}
