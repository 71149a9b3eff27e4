package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.ArtifactException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads artifacts and compares them with what was committed before anyone sees a byte. */
final class ArtifactReader {

  /** Up to here content is read once and kept; larger files are hashed first and read again. */
  private static final long IN_MEMORY = 1 << 20;

  private ArtifactReader() {}

  static byte[] bytes(UpstreamArtifact artifact) throws IOException {
    byte[] content;
    try {
      checkFile(artifact, attributes(artifact));
      content = Files.readAllBytes(artifact.path());
    } catch (NoSuchFileException e) {
      throw MissingArtifact.of(artifact, e);
    }
    checkHash(artifact, Hashes.hex(Hashes.sha256().digest(content)));
    return content;
  }

  static InputStream open(UpstreamArtifact artifact) throws IOException {
    if (artifact.size() <= IN_MEMORY) {
      return new ByteArrayInputStream(bytes(artifact));
    }
    try {
      checkFile(artifact, attributes(artifact));
    } catch (NoSuchFileException e) {
      throw MissingArtifact.of(artifact, e);
    }
    return Files.newInputStream(verified(artifact));
  }

  static Path verified(UpstreamArtifact artifact) throws IOException {
    try {
      BasicFileAttributes found = attributes(artifact);
      if (found.isDirectory()) {
        checkDirectory(artifact);
        return artifact.path();
      }
      checkFile(artifact, found);
      checkHash(artifact, Hashes.hex(Hashes.ofFile(artifact.path())));
    } catch (NoSuchFileException e) {
      throw MissingArtifact.of(artifact, e);
    }
    return artifact.path();
  }

  private static BasicFileAttributes attributes(UpstreamArtifact artifact) throws IOException {
    return Files.readAttributes(artifact.path(), BasicFileAttributes.class);
  }

  private static void checkFile(UpstreamArtifact artifact, BasicFileAttributes found)
      throws IOException {
    if (found.isDirectory()) {
      throw new IOException(
          String.format(
              "'%s' of '%s' is a directory, which can only be read as a Path: %s",
              artifact.output(), artifact.experiment(), artifact.path()));
    }
    checkSize(artifact, found.size());
  }

  private static void checkDirectory(UpstreamArtifact artifact) throws IOException {
    DirectoryContent content;
    try {
      content = DirectoryContent.of(artifact.path());
    } catch (ArtifactException e) {
      throw corrupted(artifact, e.reason());
    }
    checkSize(artifact, content.size());
    checkHash(artifact, Hashes.hex(content.sha256()));
  }

  private static void checkSize(UpstreamArtifact artifact, long size) {
    if (size != artifact.size()) {
      throw corrupted(artifact, "it has " + size + " bytes instead of " + artifact.size());
    }
  }

  private static void checkHash(UpstreamArtifact artifact, String sha256) {
    if (!sha256.equals(artifact.sha256())) {
      throw corrupted(artifact, "its SHA-256 is " + sha256 + " instead of " + artifact.sha256());
    }
  }

  private static ArtifactException corrupted(UpstreamArtifact artifact, String how) {
    return new ArtifactException(
        Kind.CORRUPTED,
        String.format(
            "'%s' of '%s' was changed after it was written: %s (%s)",
            artifact.output(), artifact.experiment(), how, artifact.path()));
  }
}
