package dev.crystallize.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one side took, round by round.
 *
 * @param side the side's name
 * @param rounds a cost for each round, for one unit
 */
record Costs(String side, List<Cost> rounds) {

  Costs {
    rounds = List.copyOf(rounds);
  }

  double minCpu() {
    return sorted(Cost::cpuNanos)[0];
  }

  double medianCpu() {
    return middle(sorted(Cost::cpuNanos));
  }

  double minWall() {
    return sorted(Cost::wallNanos)[0];
  }

  double medianWall() {
    return middle(sorted(Cost::wallNanos));
  }

  /** The processor time of this side by that of another, round by round: the median. */
  double cpuRatioTo(Costs other) {
    return middle(ratios(other).sorted().toArray());
  }

  private DoubleStream ratios(Costs other) {
    return IntStream.range(0, rounds.size())
        .mapToDouble(i -> rounds.get(i).cpuNanos() / other.rounds().get(i).cpuNanos());
  }

  /** The processor time of this side above that of another, round by round: the median. */
  double cpuAbove(Costs other) {
    return middle(
        IntStream.range(0, rounds.size())
            .mapToDouble(i -> rounds.get(i).cpuNanos() - other.rounds().get(i).cpuNanos())
            .sorted()
            .toArray());
  }

  private double[] sorted(ToDoubleFunction<Cost> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray();
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** A table's cells: smallest and median processor time, smallest and median time on the clock. */
  List<String> cells(TimeUnit unit) {
    return List.of(
        unit.text(minCpu()), unit.text(medianCpu()), unit.text(minWall()), unit.text(medianWall()));
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }
}
