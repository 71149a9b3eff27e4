package dev.crystallize.runtime.store;

import dev.crystallize.runtime.config.Suggestions;
import dev.crystallize.runtime.store.ArtifactException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells of an artifact that was committed and is gone: where it was, what is there, what helps. */
final class MissingArtifact {

  private MissingArtifact() {}

  /**
   * Returns the error.
   *
   * @param version the folder of its version
   */
  static ArtifactException of(
      String experiment, String output, Path path, Path version, IOException cause) {
    ArtifactException missing =
        new ArtifactException(
            Kind.MISSING,
            String.format(
                "'%s' of '%s' (%s) was committed, but its file is gone: %s%s%s; put it back, or run"
                    + " '%s' with --resume to make it again",
                output,
                experiment,
                version.getFileName(),
                path,
                nearest(path).map(name -> "; beside it lies '" + name + "'").orElse(""),
                listed(version),
                experiment));
    missing.initCause(cause);
    return missing;
  }

  /** As {@link #of(String, String, Path, Path, IOException)}, from where artifacts always lie. */
  static ArtifactException of(UpstreamArtifact artifact, IOException cause) {
    // v<N>/replicate_<r>/<condition>/<step>/<file>
    Path version = artifact.path();
    for (int i = 0; i < 4; i++) {
      version = Objects.requireNonNull(version.getParent());
    }
    return of(artifact.experiment(), artifact.output(), artifact.path(), version, cause);
  }

  private static Optional<String> nearest(Path path) {
    try (Stream<Path> files = Files.list(Objects.requireNonNull(path.getParent()))) {
      List<String> names = files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
      return Suggestions.nearest(String.valueOf(path.getFileName()), names);
    } catch (IOException e) {
      return Optional.empty(); // The folder is gone as well: nothing lies beside.
    }
  }

  private static String listed(Path version) {
    try {
      JsonObject manifest =
          JsonObject.parse(Files.readAllBytes(version.resolve(DataPaths.MANIFEST)));
      return "; the manifest lists " + String.join(", ", manifest.names());
    } catch (IOException | JsonObject.Malformed e) {
      return ""; // It is derived, and written when a version ends: what is wrong is said already.
    }
  }
}
