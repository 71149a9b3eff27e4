package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts other inputs in place of those that a node has. */
final class OtherInputs {

  private OtherInputs() {}

  /**
   * Returns what the node then reads.
   *
   * @throws IllegalArgumentException if a compiled node is given an alias that it does not read
   */
  static List<Feed> of(ExperimentNode node, ExperimentInput input) {
    Map<String, Input<?>> others = new LinkedHashMap<>(input.inputs());
    List<Feed> changed = new ArrayList<>();
    for (Feed feed : node.feeds()) {
      Input<?> other = others.remove(feed.alias());
      changed.add(other == null ? feed : new Feed.Upstream(feed.alias(), other));
    }
    others.forEach(
        (alias, other) -> {
          checkNew(node, alias);
          changed.add(new Feed.Upstream(alias, other));
        });
    return changed;
  }

  /** Lambdas may read any alias through the map of inputs; compiled steps read those they name. */
  private static void checkNew(ExperimentNode node, String alias) {
    if (node.origin().isPresent()) {
      List<String> known = node.feeds().stream().<String>map(Feed::alias).toList();
      throw new IllegalArgumentException(
          String.format(
              "'%s' has no input '%s'%s", node.name(), alias, Suggestions.of(alias, known).text()));
    }
  }
}
