package dev.crystallize.runtime;

import dev.crystallize.runtime.store.DataFolder;
import dev.crystallize.runtime.store.StoredVersion;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;

/** A seed that nobody chose. */
final class DrawnSeed {

  private DrawnSeed() {}

  /**
   * The seed that was given to the run which wrote to any of the experiments last; a new one if no
   * version was made under a seed of the run's own.
   */
  static long resumed(Collection<ExperimentNode> nodes, DataFolder data) {
    return nodes.stream()
        .flatMap(node -> data.newest(node.name(), version -> isGiven(version, node)).stream())
        .max(Comparator.comparing(StoredVersion::written))
        .map(version -> version.header().seed())
        .orElseGet(DrawnSeed::drawn);
  }

  private static boolean isGiven(StoredVersion version, ExperimentNode node) {
    return !version.header().asConfigured() && version.header().seed() != node.values().seed();
  }

  static long drawn() {
    return new SecureRandom().nextLong();
  }
}
