package dev.crystallize.benchmarks;

import java.util.Locale;

/** The unit of a table's figures. */
enum TimeUnit {
  MICROSECONDS("us", 1e3),
  MILLISECONDS("ms", 1e6);

  private final String symbol;
  private final double nanos;

  TimeUnit(String symbol, double nanos) {
    this.symbol = symbol;
    this.nanos = nanos;
  }

  String symbol() {
    return symbol;
  }

  /** A time without its unit, in as many digits as mean something. */
  String text(double inNanos) {
    double value = inNanos / nanos;
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }
}
