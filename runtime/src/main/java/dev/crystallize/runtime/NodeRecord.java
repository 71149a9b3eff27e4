package dev.crystallize.runtime;

import dev.crystallize.runtime.codec.PlainJson;
import dev.crystallize.runtime.store.Definition;
import dev.crystallize.runtime.store.NodeStorage;
import dev.crystallize.runtime.store.StoredOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what the store writes down of an experiment. */
final class NodeRecord {

  private NodeRecord() {}

  /**
   * What to store.
   *
   * @param node the experiment with the values in effect
   * @param conditions the conditions that it will run
   * @param seed the seed in effect
   * @param asConfigured whether nothing was set for this run alone
   * @param dependsOn what each condition depends on
   */
  static NodeStorage of(
      ExperimentNode node,
      List<String> conditions,
      long seed,
      boolean asConfigured,
      Function<String, List<Definition>> dependsOn) {
    List<StoredOutput> outputs = new ArrayList<>();
    for (StepCode step : node.steps()) {
      for (OutputCode<?> output : step.declaration().outputs()) {
        outputs.add(new StoredOutput(output.alias(), output.fileName(), step.name()));
      }
    }
    Map<String, List<Definition>> definitions = new LinkedHashMap<>();
    for (String condition : conditions) {
      definitions.put(condition, dependsOn.apply(condition));
    }
    return new NodeStorage(
        node.name(), outputs, seed, digest(node, seed), asConfigured, definitions);
  }

  /** The values in effect in each step, as JSON, whatever the order of keys. */
  private static String parameters(ExperimentNode node, String condition) {
    Map<String, Map<String, @Nullable Object>> steps = new LinkedHashMap<>();
    for (StepCode step : node.steps()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      Effective.values(node.values(), condition, step.declaration())
          .forEach((key, given) -> values.put(key, given.value()));
      steps.put(step.name() + "#" + step.occurrence(), values);
    }
    return PlainJson.of(PlainData.ordered(steps));
  }

  private static String digest(ExperimentNode node, long seed) {
    List<String> lines = new ArrayList<>();
    lines.add("crystallize-configuration-1");
    lines.add(node.name());
    lines.add(node.values().replicates().toString());
    lines.add(Long.toString(seed));
    for (Feed feed : node.feeds()) {
      lines.add(
          feed instanceof Feed.Own own
              ? own.alias() + " " + own.name()
              : feed.alias() + " " + ((Feed.Upstream) feed).input().alias());
    }
    lines.add(parameters(node, Conditions.BASELINE));
    for (String treatment : node.values().treatments().keySet()) {
      lines.add(treatment + " " + parameters(node, treatment));
    }
    return sha256(String.join("\n", lines));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
