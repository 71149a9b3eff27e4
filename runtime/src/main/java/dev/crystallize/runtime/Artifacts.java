package dev.crystallize.runtime;

import dev.crystallize.runtime.engine.TaskRevokedException;
import dev.crystallize.runtime.store.StoreException;
import dev.crystallize.runtime.store.UpstreamArtifact;

/** Calls users' loaders and writers, and says which artifact it was when one fails. */
final class Artifacts {

  private Artifacts() {}

  /**
   * Reads an artifact.
   *
   * @throws ArtifactException if its file is missing or changed, or the loader fails
   */
  static <T> T load(ArtifactLoader<T> loader, UpstreamArtifact artifact) {
    try {
      return loader.load(StoredContent.of(artifact));
    } catch (dev.crystallize.runtime.store.ArtifactException e) {
      throw new ArtifactException(String.valueOf(e.getMessage()), e);
    } catch (Exception e) {
      throw new ArtifactException(
          String.format(
              "'%s' of '%s' cannot be read: %s (%s)",
              artifact.output(), artifact.experiment(), e.getMessage(), artifact.path()),
          e);
    }
  }

  /** Writes an artifact, unless the writer fails. */
  static void write(String output, Writing writing) {
    try {
      writing.run();
    } catch (StoreException | TaskRevokedException e) {
      throw e;
    } catch (Exception e) {
      throw new ArtifactException(
          "the output '" + output + "' cannot be written: " + e.getMessage(), e);
    }
  }

  /** Writes one artifact. */
  @FunctionalInterface
  interface Writing {
    void run() throws Exception;
  }
}
