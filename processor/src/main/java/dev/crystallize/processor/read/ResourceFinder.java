package dev.crystallize.processor.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Looks for class path resources where the compiler sees them. */
public final class ResourceFinder {

  /** What is known of a resource. */
  enum Presence {
    HERE,
    NOWHERE,
    UNKNOWN
  }

  private final Filer filer;
  private final Map<String, Presence> known = new HashMap<>();

  /** Makes a finder for all rounds. */
  public ResourceFinder(Filer filer) {
    this.filer = filer;
  }

  /**
   * Looks for a file or folder in the class output and on the class path.
   *
   * @param path its name without a leading slash
   */
  Presence of(String path) {
    return known.computeIfAbsent(path, this::find);
  }

  private Presence find(String path) {
    Presence output = in(StandardLocation.CLASS_OUTPUT, path);
    if (output == Presence.HERE) {
      return output;
    }
    Presence libraries = in(StandardLocation.CLASS_PATH, path);
    return libraries == Presence.NOWHERE ? output : libraries;
  }

  private Presence in(StandardLocation location, String path) {
    try {
      FileObject file = filer.getResource(location, "", path);
      return "file".equals(file.toUri().getScheme())
          ? presence(Files.exists(Path.of(file.toUri())))
          : opened(file);
    } catch (FileNotFoundException | NoSuchFileException nowhere) {
      return Presence.NOWHERE;
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException refused) {
      return Presence.UNKNOWN;
    }
  }

  private static Presence opened(FileObject file) throws IOException {
    try (InputStream content = file.openInputStream()) {
      return presence(content != null);
    }
  }

  private static Presence presence(boolean isHere) {
    return isHere ? Presence.HERE : Presence.NOWHERE;
  }

  /** Returns whether a text names an existing file by its absolute path. */
  static boolean isFile(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }
}
