package dev.crystallize.runtime;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler wrote a node from.
 *
 * @param folder the experiment's folder
 * @param wiringDigest the digest of the wiring it was compiled with
 * @param resources opens a class path resource, or gives null; empty if the configuration stands in
 *     the code itself
 * @param formats how the outputs that name a writer or a loader are written and read, by alias
 * @param catalog lists all code that its configuration may name; empty if that was not generated
 */
record Origin(
    String folder,
    String wiringDigest,
    Optional<Function<String, @Nullable InputStream>> resources,
    Map<String, Format> formats,
    Optional<Consumer<CodeCatalog>> catalog) {

  Origin(
      String folder,
      String wiringDigest,
      Optional<Function<String, @Nullable InputStream>> resources) {
    this(folder, wiringDigest, resources, Map.of(), Optional.empty());
  }

  /**
   * What an output names.
   *
   * @param writer the canonical name of its writer; empty if that was found by type
   * @param loader the canonical name of its loader; empty if that was found by type
   */
  record Format(String writer, String loader) {}

  /** Copies the map. */
  Origin {
    formats = Map.copyOf(formats);
  }

  Origin with(String alias, Format format) {
    Map<String, Format> all = new HashMap<>(formats);
    all.put(alias, format);
    return new Origin(folder, wiringDigest, resources, all, catalog);
  }

  Origin with(Consumer<CodeCatalog> code) {
    return new Origin(folder, wiringDigest, resources, formats, Optional.of(code));
  }

  /** What an output was compiled with. */
  Format format(String alias) {
    return formats.getOrDefault(alias, new Format("", ""));
  }

  /** The version of generated nodes that this runtime knows. */
  static final int FORMAT = 1;
}
