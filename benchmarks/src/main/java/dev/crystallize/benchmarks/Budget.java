package dev.crystallize.benchmarks;

import java.util.Locale;

/** What a figure may be at most. */
record Budget(double limit, String unit) {

  /** Says whether a figure keeps to it. */
  String verdict(double figure) {
    return figure <= limit
        ? String.format(Locale.ROOT, "met: %s of at most %s", text(figure), text(limit))
        : String.format(
            Locale.ROOT,
            "**missed** by %.2f times: %s instead of %s",
            figure / limit,
            text(figure),
            text(limit));
  }

  private String text(double value) {
    String digits = value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, digits, value) + (unit.isEmpty() ? "" : " " + unit);
  }
}
