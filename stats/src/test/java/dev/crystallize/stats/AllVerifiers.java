package dev.crystallize.stats;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Every verifier, with few resamples and else the parameters it has by default. */
enum AllVerifiers {
  PAIRED_T_TEST,
  WELCH_T_TEST,
  WILCOXON_SIGNED_RANK,
  MANN_WHITNEY,
  SIGN_FLIPS,
  SHUFFLES,
  BOOTSTRAP_OF_PAIRS,
  BOOTSTRAP_OF_TWO,
  PERCENTILES_OF_MEDIANS;

  static final int RESAMPLES = 499;

  Record run(FixedSamples x, FixedSamples y) {
    return run(x, y, Alternative.TWO_SIDED);
  }

  /** With the same random numbers each time, as in a run. */
  Record run(FixedSamples x, FixedSamples y, Alternative side) {
    return run(x, y, side, random());
  }

  private Record run(FixedSamples x, FixedSamples y, Alternative side, RandomGenerator random) {
    return switch (this) {
      case PAIRED_T_TEST -> Verifiers.pairedTTest(x, y, 0.95, side);
      case WELCH_T_TEST -> Verifiers.welchTTest(x, y, 0.95, side);
      case WILCOXON_SIGNED_RANK -> Verifiers.wilcoxonSignedRank(x, y, 0.95, side);
      case MANN_WHITNEY -> Verifiers.mannWhitney(x, y, 0.95, side);
      case SIGN_FLIPS -> Verifiers.permutationTest(x, y, 0.95, side, true, RESAMPLES, random);
      case SHUFFLES -> Verifiers.permutationTest(x, y, 0.95, side, false, RESAMPLES, random);
      case BOOTSTRAP_OF_PAIRS -> bootstrap(x, y, BootstrapMethod.BCA, Location.MEAN, true, random);
      case BOOTSTRAP_OF_TWO -> bootstrap(x, y, BootstrapMethod.BCA, Location.MEAN, false, random);
      case PERCENTILES_OF_MEDIANS ->
          bootstrap(x, y, BootstrapMethod.PERCENTILE, Location.MEDIAN, true, random);
    };
  }

  Map<String, Double> numbers(FixedSamples x, FixedSamples y) {
    return Keys.numbers(run(x, y));
  }

  Map<String, Double> numbers(FixedSamples x, FixedSamples y, RandomGenerator random) {
    return Keys.numbers(run(x, y, Alternative.TWO_SIDED, random));
  }

  static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(20240229);
  }

  private static BootstrapInterval bootstrap(
      FixedSamples x,
      FixedSamples y,
      BootstrapMethod method,
      Location location,
      boolean paired,
      RandomGenerator random) {
    return Verifiers.bootstrapCi(x, y, 0.95, method, location, paired, RESAMPLES, random);
  }
}
