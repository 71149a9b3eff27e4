package dev.crystallize.runtime.store;

import static dev.crystallize.runtime.store.GatedFileSystem.ungated;

import dev.crystallize.runtime.store.GatedFileSystem.Change;
import dev.crystallize.runtime.store.GatedFileSystem.Gate;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands everything on to another provider, changes only if the gate lets them pass. */
final class GatedProvider extends FileSystemProvider {

  private final GatedFileSystem files;
  private final FileSystemProvider real;
  private final Gate gate;

  GatedProvider(GatedFileSystem files, FileSystemProvider real, Gate gate) {
    this.files = files;
    this.real = real;
    this.gate = gate;
  }

  private static boolean changes(Set<? extends OpenOption> options) {
    return options.contains(StandardOpenOption.WRITE)
        || options.contains(StandardOpenOption.APPEND);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    gate.pass(Change.OPEN, path);
    return new GatedStream(real.newOutputStream(ungated(path), options), path);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (changes(options)) {
      gate.pass(Change.OPEN, path);
    }
    return real.newFileChannel(ungated(path), options, attributes);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (changes(options)) {
      gate.pass(Change.OPEN, path);
    }
    return real.newByteChannel(ungated(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = real.newDirectoryStream(ungated(folder), any -> true)) {
      for (Path entry : all) {
        Path gated = files.gated(entry);
        if (filter.accept(gated)) {
          entries.add(gated);
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public java.util.Iterator<Path> iterator() {
        return entries.iterator();
      }

      @Override
      public void close() {
        entries.clear();
      }
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    gate.pass(Change.MAKE_FOLDER, folder);
    real.createDirectory(ungated(folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    gate.pass(Change.COPY, link);
    real.createLink(ungated(link), ungated(existing));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return files.gated(real.readSymbolicLink(ungated(link)));
  }

  @Override
  public void delete(Path path) throws IOException {
    gate.pass(Change.DELETE, path);
    real.delete(ungated(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    gate.pass(Change.COPY, target);
    real.copy(ungated(source), ungated(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    gate.pass(Change.MOVE, target);
    real.move(ungated(source), ungated(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.isSameFile(ungated(path), ungated(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(ungated(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(ungated(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(ungated(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    V view = real.getFileAttributeView(ungated(path), type, options);
    return view instanceof PosixFileAttributeView posix
        ? type.cast(new GatedAttributes(posix, path))
        : view;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(ungated(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(ungated(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    gate.pass(Change.SET_ATTRIBUTES, path);
    real.setAttribute(ungated(path), name, value, options);
  }

  @Override
  public String getScheme() {
    return "gated";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("made over a path only");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("made over a path only");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("made over a path only");
  }

  /** A refused write still leaves half of its bytes, as a disk that runs full does. */
  private final class GatedStream extends FilterOutputStream {
    private final Path file;

    GatedStream(OutputStream out, Path file) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      boolean passed = false;
      try {
        gate.pass(Change.WRITE, file);
        passed = true;
      } finally {
        out.write(bytes, offset, passed ? length : length / 2);
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      write(bytes, 0, bytes.length);
    }
  }

  private final class GatedAttributes implements PosixFileAttributeView {
    private final PosixFileAttributeView view;
    private final Path file;

    GatedAttributes(PosixFileAttributeView view, Path file) {
      this.view = view;
      this.file = file;
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
      gate.pass(Change.SET_ATTRIBUTES, file);
      view.setPermissions(permissions);
    }

    @Override
    public String name() {
      return view.name();
    }

    @Override
    public PosixFileAttributes readAttributes() throws IOException {
      return view.readAttributes();
    }

    @Override
    public void setTimes(FileTime modified, FileTime read, FileTime made) throws IOException {
      gate.pass(Change.SET_ATTRIBUTES, file);
      view.setTimes(modified, read, made);
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
      return view.getOwner();
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
      gate.pass(Change.SET_ATTRIBUTES, file);
      view.setOwner(owner);
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
      gate.pass(Change.SET_ATTRIBUTES, file);
      view.setGroup(group);
    }
  }
}
