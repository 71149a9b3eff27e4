package dev.crystallize.runtime;

import dev.crystallize.runtime.store.UpstreamArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** What an artifact holds, in the form a loader asks for. */
interface StoredContent {

  byte[] bytes() throws IOException;

  InputStream stream() throws IOException;

  Path file() throws IOException;

  /** The content of a committed artifact, which is checked before a byte of it is seen. */
  static StoredContent of(UpstreamArtifact artifact) {
    return new StoredContent() {
      @Override
      public byte[] bytes() throws IOException {
        return artifact.bytes();
      }

      @Override
      public InputStream stream() throws IOException {
        return artifact.open();
      }

      @Override
      public Path file() throws IOException {
        return artifact.verified();
      }
    };
  }
}
