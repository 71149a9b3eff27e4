package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A committed artifact. Whoever reads it through this type gets the bytes that were committed, or
 * an error.
 *
 * @param experiment the experiment that wrote it
 * @param output its alias there
 * @param path where it lies
 * @param size its size in bytes
 * @param sha256 the SHA-256 of its content in hexadecimal
 */
public record UpstreamArtifact(
    String experiment, String output, Path path, long size, String sha256) {

  /**
   * Its content.
   *
   * @throws ArtifactException if the file is missing or differs from what was committed
   * @throws IOException if it cannot be read
   */
  public byte[] bytes() throws IOException {
    return ArtifactReader.bytes(this);
  }

  /**
   * A stream of its content, checked before the first byte is handed out.
   *
   * @throws ArtifactException if the file is missing or differs from what was committed
   * @throws IOException if it cannot be read
   */
  public InputStream open() throws IOException {
    return ArtifactReader.open(this);
  }

  /**
   * Its path, after its content was checked.
   *
   * @throws ArtifactException if the file is missing or differs from what was committed
   * @throws IOException if it cannot be read
   */
  public Path verified() throws IOException {
    return ArtifactReader.verified(this);
  }
}
