package dev.crystallize.runtime.fingerprint;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources compiled into a folder, and the classes found there. */
final class Compiled implements ClassResolver {

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);

  private final Path folder;

  private Compiled(Path folder) {
    this.folder = folder;
  }

  /** Compiles sources, each with one top-level type, as javac does by default. */
  static Compiled of(Path folder, String... sources) throws IOException {
    return of(folder, List.of(), sources);
  }

  static Compiled of(Path folder, Collection<String> flags, String... sources) throws IOException {
    Files.createDirectories(folder);
    List<String> options = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none"));
    options.addAll(flags);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
      List<Source> units = Arrays.stream(sources).map(Source::new).toList();
      if (!javac.getTask(messages, files, null, options, null, units).call()) {
        throw new IllegalArgumentException(messages.toString());
      }
    }
    return new Compiled(folder);
  }

  Path folder() {
    return folder;
  }

  @Override
  public ClassHome home(String className) {
    if (Files.exists(file(className))) {
      return ClassHome.PROJECT;
    }
    return className.startsWith("java") ? ClassHome.JDK : ClassHome.LIBRARY;
  }

  @Override
  public byte[] bytes(String className) throws IOException {
    return Files.readAllBytes(file(className));
  }

  Path file(String className) {
    return folder.resolve(className.replace('.', '/') + ".class");
  }

  /** What {@code Steps.run} reaches. */
  Reached reached() {
    return reached(EntryPoint.method("Steps", "run"));
  }

  Reached reached(EntryPoint... entries) {
    return new ReachedCode(this, name -> name.endsWith("Graph")).from(List.of(entries));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:///" + path(text)), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      Matcher type = TYPE.matcher(text);
      Matcher home = PACKAGE.matcher(text);
      if (!type.find()) {
        throw new IllegalArgumentException("no type in: " + text);
      }
      String folder = home.find() ? home.group(1).replace('.', '/') + "/" : "";
      return folder + type.group(1) + ".java";
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
