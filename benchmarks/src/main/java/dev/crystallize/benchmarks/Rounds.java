package dev.crystallize.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures several sides in turn, round after round, so that whatever slows the machine for a while
 * slows all of them. Every second round goes backwards.
 */
final class Rounds {

  private final int warmups;
  private final int counted;

  /**
   * Prepares.
   *
   * @param warmups how many rounds go first and do not count
   * @param counted how many rounds count
   */
  Rounds(int warmups, int counted) {
    this.warmups = warmups;
    this.counted = counted;
  }

  /** The costs of each side, in the order of the sides, for one unit each. */
  List<Costs> of(List<Side> sides) throws Exception {
    List<List<Cost>> costs = new ArrayList<>();
    sides.forEach(side -> costs.add(new ArrayList<>()));
    for (int round = -warmups; round < counted; round++) {
      for (int i = 0; i < sides.size(); i++) {
        int turn = round % 2 == 0 ? i : sides.size() - 1 - i;
        Cost cost = sides.get(turn).measured();
        if (round >= 0) {
          costs.get(turn).add(cost);
        }
      }
    }
    List<Costs> all = new ArrayList<>();
    for (int i = 0; i < sides.size(); i++) {
      all.add(new Costs(sides.get(i).name(), costs.get(i)));
    }
    return all;
  }
}
