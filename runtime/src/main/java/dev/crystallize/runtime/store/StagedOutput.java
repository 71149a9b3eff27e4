package dev.crystallize.runtime.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * An output while its task writes it, in a place that nobody reads.
 *
 * <p>It is written in one of three ways: through {@link #stream}, closed at the end; or by a writer
 * that wants a {@link #path} or a {@link #directory}, followed by {@link #written}.
 */
public interface StagedOutput {

  /** The output's alias. */
  String alias();

  /**
   * Opens the output for writing; its bytes are hashed on their way. Closing it ends the writing.
   *
   * @throws IllegalStateException if the output was written or opened before
   * @throws IOException if the file cannot be made
   */
  OutputStream stream() throws IOException;

  /**
   * The file to write, which does not exist yet.
   *
   * @throws IllegalStateException if the output was written or opened before
   */
  Path path();

  /**
   * The folder to fill, which is there and empty.
   *
   * @throws IllegalStateException if the output was written or opened before
   * @throws IOException if the folder cannot be made
   */
  Path directory() throws IOException;

  /**
   * Ends the writing of {@link #path} or {@link #directory}.
   *
   * @throws ArtifactException if there is no file or folder at the path, or the folder holds
   *     something else than files and folders
   * @throws IOException if it cannot be read
   */
  void written() throws IOException;

  /** A place beside this one for the same output, for a pass that is compared and dropped. */
  StagedOutput again();

  /** Whether both were written to their ends, with the same bytes. */
  boolean holdsSameAs(StagedOutput other);

  /**
   * Removes what was written.
   *
   * @throws IOException if the file system refuses
   */
  void drop() throws IOException;
}
