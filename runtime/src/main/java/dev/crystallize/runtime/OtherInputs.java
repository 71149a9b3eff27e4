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
   * @throws IllegalArgumentException if the node is given an alias that none of its steps can read
   */
  static List<Feed> of(ExperimentNode node, ExperimentInput input) {
    Map<String, Input<?>> others = new LinkedHashMap<>(input.inputs());
    List<Feed> changed = new ArrayList<>();
    for (Feed feed : node.feeds()) {
      Input<?> other = others.remove(feed.alias());
      changed.add(other == null ? feed : new Feed.Upstream(feed.alias(), other, true));
    }
    others.forEach(
        (alias, other) -> {
          checkNew(node, alias);
          changed.add(new Feed.Upstream(alias, other, true));
        });
    return changed;
  }

  /**
   * Lambdas that are given the map of inputs may read any alias; all other steps read those they
   * name.
   */
  private static void checkNew(ExperimentNode node, String alias) {
    if (node.origin().isPresent() || node.start().kind() != Start.Kind.ALL) {
      List<String> known = node.feeds().stream().<String>map(Feed::alias).toList();
      throw new IllegalArgumentException(
          String.format(
              "'%s' has no input '%s'%s", node.name(), alias, Suggestions.of(alias, known).text()));
    }
  }
}
