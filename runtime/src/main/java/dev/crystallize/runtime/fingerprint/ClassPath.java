package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folders and jars that classes come from, told apart into the project, libraries and what this
 * runtime brings.
 *
 * <p>The project is every entry that lists a node as a service, or holds a class it is given. If
 * such an entry is a jar that holds this runtime too, it was packed with its libraries: then only
 * the packages of its nodes, and the packages below them, are the project. Classes of which nobody
 * can tell where they lie, as those of unusual class loaders, are followed as the project's are.
 */
public final class ClassPath implements ClassResolver, AutoCloseable {

  private static final String NODES =
      "META-INF/services/dev.crystallize.runtime.ExperimentNodeProvider";

  /** One class of each artifact that this runtime is or brings, and the tools beside it. */
  private static final List<String> OURS =
      List.of(
          "dev/crystallize/annotations/Experiment.class",
          "dev/crystallize/runtime/fingerprint/ClassPath.class",
          "dev/crystallize/processor/CrystallizeProcessor.class",
          "dev/crystallize/stats/Verifiers.class",
          "org/apache/commons/cli/Options.class",
          "org/objectweb/asm/ClassReader.class");

  private final List<ClassLoader> loaders;
  private final Map<Path, ClassPathEntry> entries = new LinkedHashMap<>();
  private final Map<String, Optional<Found>> found = new HashMap<>();
  private final Map<Path, JarFile> jars = new HashMap<>();

  private ClassPath(List<ClassLoader> loaders) {
    this.loaders = loaders;
  }

  /**
   * The class path that some classes see.
   *
   * @param nodes classes of the project, such as generated graphs and those that build nodes
   * @return their class path
   * @throws IOException if a folder or jar cannot be read
   */
  public static ClassPath of(Collection<? extends Class<?>> nodes) throws IOException {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    Set<String> packages = new HashSet<>();
    Map<String, ClassLoader> anchors = new LinkedHashMap<>();
    for (Class<?> node : nodes) {
      ClassLoader loader =
          Objects.requireNonNullElse(node.getClassLoader(), ClassLoader.getSystemClassLoader());
      loaders.add(loader);
      packages.add(packageOf(node.getName()));
      anchors.put(fileOf(node.getName()), loader);
    }
    ClassPath path = new ClassPath(List.copyOf(loaders));
    path.classify(anchors, packages);
    return path;
  }

  private void classify(Map<String, ClassLoader> anchors, Set<String> packages) throws IOException {
    Set<Path> ours = new HashSet<>();
    for (String each : OURS) {
      ours.addAll(places(each).keySet());
    }
    Map<Path, Set<String>> projects = new LinkedHashMap<>();
    for (Map.Entry<Path, List<URL>> services : places(NODES).entrySet()) {
      projects.put(services.getKey(), packagesIn(services.getValue()));
    }
    anchors.forEach(
        (file, loader) -> {
          URL url = loader.getResource(file);
          if (url != null) {
            Resources.location(url, file)
                .ifPresent(
                    place ->
                        projects.computeIfAbsent(place, each -> new TreeSet<>()).addAll(packages));
          }
        });
    Set<Path> paths = new LinkedHashSet<>(projects.keySet());
    for (ClassLoader loader : loaders) {
      paths.addAll(LoaderPath.of(loader));
    }
    for (Path each : paths) {
      entries.put(each, entry(each, projects, ours));
    }
  }

  private static ClassPathEntry entry(Path path, Map<Path, Set<String>> projects, Set<Path> ours) {
    Set<String> packages = projects.get(path);
    if (packages == null) {
      ClassHome home = ours.contains(path) ? ClassHome.OURS : ClassHome.LIBRARY;
      return new ClassPathEntry(path, home, Set.of());
    }
    boolean mixed = ours.contains(path) && Files.isRegularFile(path);
    return new ClassPathEntry(path, ClassHome.PROJECT, mixed ? packages : Set.of());
  }

  private Map<Path, List<URL>> places(String resource) throws IOException {
    Map<Path, List<URL>> places = new LinkedHashMap<>();
    for (ClassLoader loader : loaders) {
      for (Enumeration<URL> urls = loader.getResources(resource); urls.hasMoreElements(); ) {
        URL url = urls.nextElement();
        Resources.location(url, resource)
            .ifPresent(place -> places.computeIfAbsent(place, each -> new ArrayList<>()).add(url));
      }
    }
    return places;
  }

  private static Set<String> packagesIn(List<URL> services) throws IOException {
    Set<String> packages = new TreeSet<>();
    for (URL url : services) {
      for (String line : new String(Resources.read(url), StandardCharsets.UTF_8).split("\\R", -1)) {
        String name = line.replaceFirst("#.*", "").trim();
        if (!name.isEmpty()) {
          packages.add(packageOf(name));
        }
      }
    }
    return packages;
  }

  /** The entries, the project's first. */
  List<ClassPathEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public ClassHome home(String className) {
    return find(className).map(Found::home).orElse(ClassHome.MISSING);
  }

  @Override
  public byte[] bytes(String className) throws IOException {
    Optional<Found> place = find(className);
    if (place.isEmpty()) {
      throw new IOException("there is no class " + className);
    }
    Optional<Path> location = place.get().location();
    String file = fileOf(className);
    if (location.isPresent() && Files.isDirectory(location.get())) {
      return Files.readAllBytes(location.get().resolve(file));
    }
    return location.isPresent() ? inJar(location.get(), file) : Resources.read(place.get().url());
  }

  private byte[] inJar(Path location, String file) throws IOException {
    JarFile jar = jars.get(location);
    if (jar == null) {
      jar = new JarFile(location.toFile(), false, ZipFile.OPEN_READ, Runtime.version());
      jars.put(location, jar);
    }
    ZipEntry entry = jar.getEntry(file);
    if (entry == null) {
      throw new IOException("there is no " + file + " in " + location);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Closes the jars that were opened to read classes. */
  @Override
  public void close() throws IOException {
    for (JarFile jar : jars.values()) {
      jar.close();
    }
    jars.clear();
  }

  private Optional<Found> find(String className) {
    return found.computeIfAbsent(className, this::look);
  }

  private Optional<Found> look(String className) {
    String file = fileOf(className);
    for (ClassLoader loader : loaders) {
      URL url = loader.getResource(file);
      if (url != null) {
        Optional<Path> location = Resources.location(url, file);
        return Optional.of(new Found(home(url, location, file), location, url));
      }
    }
    return Optional.empty();
  }

  private ClassHome home(URL url, Optional<Path> location, String file) {
    if (url.getProtocol().equals("jrt") && isPlatform(url.getPath())) {
      return ClassHome.JDK;
    }
    return location.map(entries::get).map(entry -> entry.homeOf(file)).orElse(ClassHome.PROJECT);
  }

  /** An image made by jlink holds modules besides those of the platform. */
  private static boolean isPlatform(String pathInImage) {
    return pathInImage.startsWith("/java.") || pathInImage.startsWith("/jdk.");
  }

  private static String fileOf(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static String packageOf(String className) {
    return className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
  }

  private record Found(ClassHome home, Optional<Path> location, URL url) {}
}
