package dev.crystallize.runtime.config;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads configurations. Bad content never throws: it is reported in the {@link ConfigFile}. */
public final class ConfigReader {

  /** Returns the path under which users know the configuration of an experiment. */
  public static String pathOf(String folder) {
    return "experiments/" + folder + "/config.yaml";
  }

  /**
   * Reads {@code experiments/<folder>/config.yaml}. The stream is read but not closed; if it fails,
   * that is reported as {@code config-unreadable}.
   */
  public ConfigFile read(String folder, InputStream content) {
    throw new UnsupportedOperationException(folder + content);
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
    throw new UnsupportedOperationException(folder + displayPath + content.length);
  }

  /** Reads a configuration that is given inline. */
  public ConfigFile readInline(String folder, String displayPath, String content) {
    return read(folder, displayPath, content.getBytes(StandardCharsets.UTF_8));
  }
}
