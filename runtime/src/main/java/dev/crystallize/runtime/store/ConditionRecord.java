package dev.crystallize.runtime.store;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Collects what the replicates of a condition measured, in whatever order they end. */
final class ConditionRecord implements ConditionResults {

  private final int replicates;
  private final BitSet committed = new BitSet();
  private final Map<String, Column> metrics = new HashMap<>();
  private final Map<String, Curves> series = new HashMap<>();

  ConditionRecord(int replicates) {
    this.replicates = replicates;
  }

  synchronized void add(int replicate, TaskMeasures measures) {
    committed.set(replicate);
    int place = 0;
    for (Map.Entry<String, Double> metric : measures.metrics().entrySet()) {
      Column column = metrics.computeIfAbsent(metric.getKey(), name -> new Column(replicates));
      column.first.seen(replicate, place++);
      column.present.set(replicate);
      column.values[replicate] = metric.getValue();
    }
    for (Map.Entry<String, MetricSeries> curve : measures.series().entrySet()) {
      Curves curves = series.computeIfAbsent(curve.getKey(), name -> new Curves());
      curves.first.seen(replicate, place++);
      curves.byReplicate.put(replicate, curve.getValue());
    }
  }

  @Override
  public int replicates() {
    return replicates;
  }

  @Override
  public synchronized boolean committed(int replicate) {
    return committed.get(replicate);
  }

  @Override
  public synchronized boolean complete() {
    return committed.cardinality() == replicates;
  }

  @Override
  public synchronized List<String> metrics() {
    return metrics.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().first))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized OptionalDouble value(String metric, int replicate) {
    Column column = metrics.get(metric);
    return column == null || !column.present.get(replicate)
        ? OptionalDouble.empty()
        : OptionalDouble.of(column.values[replicate]);
  }

  @Override
  public synchronized List<String> series() {
    return series.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().first))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized Optional<MetricSeries> series(String name, int replicate) {
    Curves curves = series.get(name);
    return curves == null
        ? Optional.empty()
        : Optional.ofNullable(curves.byReplicate.get(replicate));
  }

  /** Where a name was recorded first: in the lowest replicate that has it, not in time. */
  private static final class First implements Comparable<First> {
    private int replicate = Integer.MAX_VALUE;
    private int place;

    void seen(int inReplicate, int atPlace) {
      if (inReplicate < replicate) {
        replicate = inReplicate;
        place = atPlace;
      }
    }

    @Override
    public int compareTo(First other) {
      return replicate == other.replicate
          ? Integer.compare(place, other.place)
          : Integer.compare(replicate, other.replicate);
    }
  }

  private static final class Column {
    private final First first = new First();
    private final BitSet present = new BitSet();
    private final double[] values;

    Column(int replicates) {
      values = new double[replicates];
    }
  }

  private static final class Curves {
    private final First first = new First();
    private final Map<Integer, MetricSeries> byReplicate = new HashMap<>();
  }
}
