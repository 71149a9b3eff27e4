package dev.crystallize.runtime.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** For each condition of a consumer, the condition of a producer that it reads. */
final class ConditionMap {

  private final int[] targets;
  private final int[][] sources;

  private ConditionMap(int[] targets, int producerConditions) {
    this.targets = targets;
    List<List<Integer>> inverse = new ArrayList<>();
    for (int i = 0; i < producerConditions; i++) {
      inverse.add(new ArrayList<>());
    }
    for (int i = 0; i < targets.length; i++) {
      inverse.get(targets[i]).add(i);
    }
    this.sources =
        inverse.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** A condition that the producer does not materialise reads baseline, which stands first. */
  static ConditionMap between(List<String> consumer, List<String> producer) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < producer.size(); i++) {
      places.put(producer.get(i), i);
    }
    int[] targets = consumer.stream().mapToInt(name -> places.getOrDefault(name, 0)).toArray();
    return new ConditionMap(targets, producer.size());
  }

  int target(int consumerCondition) {
    return targets[consumerCondition];
  }

  void forEachSource(int producerCondition, IntConsumer action) {
    Arrays.stream(sources[producerCondition]).forEach(action);
  }
}
