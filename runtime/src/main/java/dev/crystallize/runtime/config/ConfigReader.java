package dev.crystallize.runtime.config;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * Reads configurations, and checks what can be checked without any Java. Bad content never throws:
 * it is reported in the {@link ConfigFile}. Not safe for use by several threads at once.
 */
public final class ConfigReader {

  private final YamlReader yaml = new YamlReader();

  /** Returns the path under which users know the configuration of an experiment. */
  public static String pathOf(String folder) {
    return "experiments/" + folder + "/config.yaml";
  }

  /**
   * Reads {@code experiments/<folder>/config.yaml}. The stream is read but not closed; if it fails,
   * that is reported as {@code config-unreadable}.
   */
  public ConfigFile read(String folder, InputStream content) {
    return read(folder, yaml.read(folder, pathOf(folder), content));
  }

  /** Reads a configuration that is already in memory. */
  public ConfigFile read(String folder, byte[] content) {
    return read(folder, pathOf(folder), content);
  }

  /**
   * Reads a configuration from wherever it stands.
   *
   * @param displayPath the path that its places carry, such as that of a Java file
   */
  public ConfigFile read(String folder, String displayPath, byte[] content) {
    return read(folder, yaml.read(folder, displayPath, content));
  }

  /** Reads a configuration that is given inline. */
  public ConfigFile readInline(String folder, String displayPath, String content) {
    return read(folder, displayPath, content.getBytes(StandardCharsets.UTF_8));
  }

  private static ConfigFile read(String folder, YamlDocument document) {
    Findings findings = new Findings(folder, document.source());
    findings.addAll(document.diagnostics());
    ExperimentConfig config = ExperimentConfig.empty(folder);
    if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
      config = SweepExpansion.expand(new TopLevelReader(findings).read(folder, root), findings);
      ConfigRules.check(config, findings);
    } else {
      document.root().ifPresent(root -> reportRoot(root, findings));
      EnumSet.allOf(ConfigPart.class).forEach(findings::markBroken);
    }
    return new ConfigFile(config, document.source(), findings.sorted(), findings.broken());
  }

  private static void reportRoot(YamlNode root, Findings findings) {
    if (root.isSound()) {
      findings.add(
          Message.TYPE, root.place(), "config.yaml", "a map of keys", Found.describe(root));
    }
  }
}
