package dev.crystallize.examples.chain;

/**
 * What random points say about pi.
 *
 * @param pi the estimate
 * @param standardError its standard error, from the variance of a binomial share
 */
record PiEstimate(double pi, double standardError) {

  /** Four times the share of hits: the quarter circle covers pi / 4 of the square. */
  static PiEstimate of(Summary summary) {
    double share = (double) summary.hits() / summary.points();
    return new PiEstimate(4 * share, 4 * Math.sqrt(share * (1 - share) / summary.points()));
  }
}
