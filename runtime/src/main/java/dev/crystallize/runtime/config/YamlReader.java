package dev.crystallize.runtime.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads one YAML document strictly into a tree whose nodes know where they stand. Anchors, aliases
 * and {@code <<} are resolved. Bad content never throws: it is reported in the document.
 */
public final class YamlReader {

  /** The largest file that is read, in bytes. */
  static final int MOST_BYTES = 1 << 20;

  /** A longer text gets a buffer of its own; the parser copies its buffer each time it is full. */
  private static final int USUAL_LENGTH = 1 << 16;

  private final YAMLFactory factory = new YAMLFactory();

  /**
   * Reads a stream to its end, or to just beyond the limit of 1 MiB. The stream is not closed.
   *
   * @param experiment the experiment that diagnostics belong to
   * @param path the path that places carry
   */
  public YamlDocument read(String experiment, String path, InputStream content) {
    byte[] bytes;
    try {
      bytes = content.readNBytes(MOST_BYTES + 1);
    } catch (IOException failure) {
      String reason = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
      return failed(
          SourceText.of(path, ""),
          Diagnostic.of(experiment, Message.CONFIG_UNREADABLE, reason).at(new Place(path, 1, 1)));
    }
    return read(experiment, path, bytes);
  }

  /** Reads what is already in memory; see {@link #read(String, String, InputStream)}. */
  public YamlDocument read(String experiment, String path, byte[] content) {
    if (content.length > MOST_BYTES) {
      return failed(
          SourceText.of(path, ""),
          Diagnostic.of(experiment, Message.FILE_TOO_LARGE).at(new Place(path, 1, 1)));
    }
    Utf8 decoded = Utf8.decode(content);
    SourceText source = SourceText.of(path, decoded.text());
    Findings findings = new Findings(experiment, source);
    if (!decoded.isWhole()) {
      Place end = source.placeAt(decoded.text().length());
      return failed(source, findings.diagnostic(Message.CONFIG_NOT_UTF8, end));
    }
    int unprintable = Printable.firstNot(decoded.text());
    if (unprintable >= 0) {
      int codePoint = decoded.text().codePointAt(unprintable);
      return failed(
          source,
          findings.diagnostic(
              Message.UNPRINTABLE_CHARACTER,
              source.placeAt(unprintable),
              String.format("U+%04X", codePoint)));
    }
    return parse(source, findings);
  }

  private YamlDocument parse(SourceText source, Findings findings) {
    int length = source.text().length();
    YAMLFactory fitting = length > USUAL_LENGTH ? factoryForLength(length) : factory;
    try (YamlTokens tokens = new YamlTokens(fitting, source, findings)) {
      YamlNode root = new NodeReader(tokens, source, findings).readDocument();
      return new YamlDocument(source, Optional.of(root), findings.sorted());
    } catch (StopReading stop) {
      findings.add(stop.diagnostic());
      return new YamlDocument(source, Optional.empty(), findings.sorted());
    }
  }

  private static YAMLFactory factoryForLength(int length) {
    LoadSettings settings = LoadSettings.builder().setBufferSize(length + 1).build();
    return YAMLFactory.builder().loadSettings(settings).build();
  }

  private static YamlDocument failed(SourceText source, Diagnostic diagnostic) {
    return new YamlDocument(source, Optional.empty(), List.of(diagnostic));
  }
}
