package dev.crystallize.runtime.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The files of another file system, where every change has to pass a gate. */
public final class GatedFileSystem extends FileSystem {

  /** What is about to change the disk. */
  public enum Change {
    /** A file is opened, and made if absent, to be written, cut or forced. */
    OPEN,
    /** Bytes are written to an open file. */
    WRITE,
    /** A folder is made. */
    MAKE_FOLDER,
    /** A file or folder is moved. */
    MOVE,
    /** A file is copied or linked. */
    COPY,
    /** A file or folder is deleted. */
    DELETE,
    /** Permissions or times are set. */
    SET_ATTRIBUTES
  }

  /** Lets changes pass. */
  @FunctionalInterface
  public interface Gate {
    /**
     * Called before each change.
     *
     * @throws IOException if the disk refuses it
     */
    void pass(Change change, Path path) throws IOException;
  }

  private final FileSystem real;
  private final GatedProvider provider;

  private GatedFileSystem(FileSystem real, Gate gate) {
    this.real = real;
    this.provider = new GatedProvider(this, real.provider(), gate);
  }

  /** The same place, reached through a gate. */
  public static Path over(Path place, Gate gate) {
    return new GatedFileSystem(place.getFileSystem(), gate).gated(place);
  }

  /** A path of this file system for one of the other. */
  Path gated(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            GatedPath.class.getClassLoader(),
            new Class<?>[] {GatedPath.class},
            (proxy, method, arguments) -> invoke(path, method, arguments));
  }

  /** A path that knows what stands behind it. */
  interface GatedPath extends Path {
    /** The path of the other file system. */
    Path ungated();
  }

  static Path ungated(Path path) {
    return path instanceof GatedPath gated ? gated.ungated() : path;
  }

  private Object invoke(Path path, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "ungated" -> path;
      case "getFileSystem" -> this;
      case "toFile" ->
          throw new UnsupportedOperationException("files of this file system are no java.io.File");
      default -> gatedResult(call(path, method, arguments));
    };
  }

  private static Object call(Path path, Method method, Object[] arguments) throws Throwable {
    Object[] plain =
        arguments == null
            ? new Object[0]
            : Arrays.stream(arguments)
                .map(each -> each instanceof Path other ? ungated(other) : each)
                .toArray();
    try {
      return method.invoke(path, plain);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object gatedResult(Object result) {
    if (result instanceof Path path) {
      return gated(path);
    }
    if (result instanceof Iterator<?> names) {
      List<Path> gated = new ArrayList<>();
      names.forEachRemaining(name -> gated.add(gated((Path) name)));
      return gated.iterator();
    }
    return result;
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("the files belong to another file system");
  }

  @Override
  public boolean isOpen() {
    return real.isOpen();
  }

  @Override
  public boolean isReadOnly() {
    return real.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return real.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    List<Path> roots = new ArrayList<>();
    real.getRootDirectories().forEach(root -> roots.add(gated(root)));
    return roots;
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return real.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return real.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return gated(real.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = real.getPathMatcher(pattern);
    return path -> matcher.matches(ungated(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return real.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return real.newWatchService();
  }
}
