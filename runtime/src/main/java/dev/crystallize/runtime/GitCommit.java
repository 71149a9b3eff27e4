package dev.crystallize.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the commit that is checked out, from Git's files alone (gitrepository-layout(5)): {@code
 * HEAD}, loose references, {@code packed-refs}, and linked worktrees.
 */
final class GitCommit {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern REFERENCE =
      Pattern.compile("refs(/(?!\\.)[^\\s/\\\\:*?\\[~^\\p{Cntrl}]+)+");
  private static final String POINTS_TO = "ref: ";
  private static final String LIES_IN = "gitdir: ";
  private static final int LONGEST_CHAIN = 5;
  private static final long LARGEST_FILE = 64L << 20;

  private final Path folder;
  private final Path common;

  private GitCommit(Path folder, Path common) {
    this.folder = folder;
    this.common = common;
  }

  /**
   * Returns the commit of the repository that a folder lies in; empty if it lies in none, if there
   * is no commit yet, or if Git's files say it in a way that is not known here. A run does not
   * depend on it, so nothing of that is an error.
   */
  static Optional<String> of(Path start) {
    try {
      for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
        Path git = at.resolve(".git");
        if (Files.exists(git)) {
          return inside(git).commit("HEAD", LONGEST_CHAIN);
        }
      }
      return Optional.empty();
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static GitCommit inside(Path git) throws IOException {
    Path folder = git;
    if (Files.isRegularFile(git)) {
      String text = text(git);
      folder = git.resolveSibling(text.startsWith(LIES_IN) ? text.substring(LIES_IN.length()) : "");
    }
    Path commonFile = folder.resolve("commondir");
    Path common = Files.exists(commonFile) ? folder.resolve(text(commonFile)) : folder;
    return new GitCommit(folder, common);
  }

  private Optional<String> commit(String reference, int chain) throws IOException {
    Optional<String> loose = loose(reference);
    if (loose.isEmpty()) {
      return packed(reference);
    }
    String text = loose.get();
    if (HASH.matcher(text).matches()) {
      return loose;
    }
    boolean pointer = text.startsWith(POINTS_TO) && chain > 0;
    String next = pointer ? text.substring(POINTS_TO.length()).strip() : "";
    return REFERENCE.matcher(next).matches() ? commit(next, chain - 1) : Optional.empty();
  }

  /** A worktree has a HEAD of its own and shares its branches. */
  private Optional<String> loose(String reference) throws IOException {
    for (Path place : List.of(folder.resolve(reference), common.resolve(reference))) {
      if (Files.isRegularFile(place)) {
        return Optional.of(text(place));
      }
    }
    return Optional.empty();
  }

  private Optional<String> packed(String reference) throws IOException {
    Path file = common.resolve("packed-refs");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return text(file)
        .lines()
        .filter(line -> line.endsWith(" " + reference))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .filter(hash -> HASH.matcher(hash).matches())
        .findFirst();
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException(file + " is too large");
    }
    return Files.readString(file).strip();
  }
}
