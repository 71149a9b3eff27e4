package dev.crystallize.runtime.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a path of references leads each replicate of a consumer: one {@code mod} after another.
 *
 * @param replicates how many replicates the consumer has
 * @param moduli the moduli that count, each smaller than the one before and no divisor of it
 */
record IndexPath(int replicates, List<Integer> moduli) {

  static IndexPath identity(int replicates) {
    return new IndexPath(replicates, List.of());
  }

  /** This path and then one more reference, to an experiment with so many replicates. */
  IndexPath through(int count) {
    if (count >= range()) {
      return this;
    }
    List<Integer> longer = new ArrayList<>(moduli);
    while (!longer.isEmpty() && longer.get(longer.size() - 1) % count == 0) {
      longer.remove(longer.size() - 1);
    }
    longer.add(count);
    return new IndexPath(replicates, List.copyOf(longer));
  }

  int apply(int replicate) {
    int index = replicate;
    for (int modulus : moduli) {
      index %= modulus;
    }
    return index;
  }

  /** The first replicate that the two paths lead to different places; -1 if there is none. */
  int firstDifference(IndexPath other) {
    if (moduli.equals(other.moduli)) {
      return -1;
    }
    for (int i = 0; i < replicates; i++) {
      if (apply(i) != other.apply(i)) {
        return i;
      }
    }
    return -1;
  }

  private int range() {
    return moduli.isEmpty() ? replicates : moduli.get(moduli.size() - 1);
  }
}
