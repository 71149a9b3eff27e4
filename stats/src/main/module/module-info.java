/** Ready verifiers: significance tests, effect sizes, confidence intervals, corrections, power. */
module dev.crystallize.stats {
  requires org.apache.commons.numbers.gamma;
  requires org.apache.commons.numbers.rootfinder;
  requires org.apache.commons.statistics.descriptive;
  requires org.apache.commons.statistics.distribution;
  requires org.apache.commons.statistics.inference;
  requires static org.jspecify;
  requires transitive dev.crystallize.runtime;

  exports dev.crystallize.stats;

  provides dev.crystallize.runtime.CodeProvider with
      dev.crystallize.stats.VerifierCode;
}
