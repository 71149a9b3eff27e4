package dev.crystallize.runtime;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler wrote a node from.
 *
 * @param folder the experiment's folder
 * @param wiringDigest the digest of the wiring it was compiled with
 * @param resources opens a class path resource, or gives null; empty if the configuration stands in
 *     the code itself
 */
record Origin(
    String folder,
    String wiringDigest,
    Optional<Function<String, @Nullable InputStream>> resources) {

  /** The version of generated nodes that this runtime knows. */
  static final int FORMAT = 1;
}
