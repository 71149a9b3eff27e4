package dev.crystallize.stats;

/** How a confidence interval is read off a bootstrap distribution. */
public enum BootstrapMethod {
  /** Bias-corrected and accelerated: second-order accurate for skewed data, too. */
  BCA,
  /** The plain percentiles. */
  PERCENTILE
}
