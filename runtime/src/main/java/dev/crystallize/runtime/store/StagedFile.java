package dev.crystallize.runtime.store;

import dev.crystallize.runtime.store.ArtifactException.Kind;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** One output of one attempt, in the staging folder. */
public final class StagedFile implements StagedOutput {

  private static final Set<PosixFilePermission> READ_ONLY =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);

  private enum State {
    NEW,
    OPEN,
    WRITTEN
  }

  private final String alias;
  private final Path file;
  private State state = State.NEW;
  private boolean isDirectory;
  private long size;
  private long modified;
  private byte[] sha256 = new byte[0];
  private Optional<IOException> failure = Optional.empty();
  private volatile boolean revoked;

  /**
   * An output that is not written yet.
   *
   * @param alias the output's alias
   * @param file where it will be written, which must not exist
   */
  public StagedFile(String alias, Path file) {
    this.alias = alias;
    this.file = file;
  }

  @Override
  public String alias() {
    return alias;
  }

  @Override
  public OutputStream stream() throws IOException {
    begin();
    try {
      return new Hashing(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public Path path() {
    begin();
    return file;
  }

  @Override
  public Path directory() throws IOException {
    begin();
    isDirectory = true;
    try {
      return Files.createDirectory(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void written() throws IOException {
    if (state != State.OPEN) {
      throw new IllegalStateException("output '" + alias + "' is not being written");
    }
    if (isDirectory) {
      endDirectory();
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      String instead = FileTrees.isFolder(file) ? "; a folder needs 'kind: directory'" : "";
      throw new ArtifactException(
          Kind.NOT_WRITTEN,
          "the writer of output '" + alias + "' left no file at its path" + instead);
    }
    end(Files.size(file), Hashes.ofFile(file));
  }

  @Override
  public StagedOutput again() {
    return new StagedFile(alias, file.resolveSibling(file.getFileName() + "-again"));
  }

  @Override
  public boolean holdsSameAs(StagedOutput other) {
    return other instanceof StagedFile that
        && complete()
        && that.complete()
        && size == that.size
        && Arrays.equals(sha256, that.sha256);
  }

  @Override
  public void drop() throws IOException {
    FileTrees.delete(file);
  }

  /** Whether the output was written to its end. */
  public boolean complete() {
    return state == State.WRITTEN;
  }

  /** The failure of the file system that ended the writing, if one did. */
  public Optional<IOException> failure() {
    return failure;
  }

  /** Refuses everything from here on: the attempt was given up. */
  public void revoke() {
    revoked = true;
  }

  /** The SHA-256 of what was written. */
  byte[] sha256() {
    return sha256;
  }

  /** How many bytes were written. */
  public long size() {
    return size;
  }

  /** When it was written, in milliseconds since 1970; of a directory its stamp. */
  long modified() {
    return modified;
  }

  /** Where it lies until it is committed. */
  public Path file() {
    return file;
  }

  boolean isDirectory() {
    return isDirectory;
  }

  private void begin() {
    if (state != State.NEW) {
      throw new IllegalStateException("output '" + alias + "' is written twice");
    }
    state = State.OPEN;
  }

  private void end(long length, byte[] hash) throws IOException {
    makeReadOnly(file);
    modified = Files.getLastModifiedTime(file).toMillis();
    size = length;
    sha256 = hash;
    state = State.WRITTEN;
  }

  private void endDirectory() throws IOException {
    if (!FileTrees.isFolder(file)) {
      throw new ArtifactException(
          Kind.NOT_WRITTEN, "the writer of output '" + alias + "' left no folder at its path");
    }
    requirePlain(file);
    FileTrees.makeReadOnly(file);
    DirectoryContent content = DirectoryContent.of(file);
    modified = content.stamp();
    size = content.size();
    sha256 = content.sha256();
    state = State.WRITTEN;
  }

  /** Before anything is made read-only that a link leads to. */
  private void requirePlain(Path directory) throws IOException {
    try {
      DirectoryContent.of(directory);
    } catch (ArtifactException e) {
      throw new ArtifactException(
          Kind.NOT_WRITTEN, "in the directory of output '" + alias + "', " + e.reason());
    }
  }

  /**
   * Versions share artifacts by hard links, so nobody may write to one. Where a file system knows
   * no such thing, nothing is done: hashes show what was changed.
   */
  static void makeReadOnly(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      posix.setPermissions(READ_ONLY);
      return;
    }
    DosFileAttributeView dos = Files.getFileAttributeView(file, DosFileAttributeView.class);
    if (dos != null) {
      dos.setReadOnly(true);
    }
  }

  private IOException failed(IOException e) {
    failure = Optional.of(e);
    return e;
  }

  /** Hashes and counts what passes, and remembers a failure that the user's code may hide. */
  private final class Hashing extends FilterOutputStream {

    private final MessageDigest digest = Hashes.sha256();
    private long length;
    private boolean closed;

    Hashing(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      if (closed || revoked) {
        throw new IOException("output '" + alias + "' takes no more bytes");
      }
      try {
        out.write(bytes, offset, count);
      } catch (IOException e) {
        throw failed(e);
      }
      digest.update(bytes, offset, count);
      length += count;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try {
        out.close();
        if (failure.isEmpty()) {
          end(length, digest.digest());
        }
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }
}
