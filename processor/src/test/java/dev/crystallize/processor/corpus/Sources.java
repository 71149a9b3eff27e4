package dev.crystallize.processor.corpus;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a small project by path: {@code Name.java}, and {@code folder/config.yaml} for each
 * experiment. Immutable.
 */
record Sources(Map<String, String> files) {

  private static final String HEADER = "=== ";

  Sources {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** Reads a project from one text, in which {@code === path} begins a file. */
  static Sources parse(String text) {
    Map<String, String> files = new TreeMap<>();
    String path = "";
    StringBuilder content = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith(HEADER)) {
        files.put(path, content.toString());
        path = line.substring(HEADER.length());
        content.setLength(0);
      } else {
        content.append(line).append('\n');
      }
    }
    files.put(path, content.toString());
    files.remove("");
    return new Sources(files);
  }

  /**
   * Replaces a text that stands exactly once in a file. An empty text to find makes a new file.
   *
   * @throws IllegalArgumentException if the text is not there, or more than once
   */
  Sources edit(String path, String find, String replacement) {
    Map<String, String> edited = new TreeMap<>(files);
    if (find.isEmpty()) {
      edited.put(path, replacement);
      return new Sources(edited);
    }
    String content = files.getOrDefault(path, "");
    int at = content.indexOf(find);
    if (at < 0 || content.indexOf(find, at + 1) >= 0) {
      throw new IllegalArgumentException("'" + find + "' is not exactly once in " + path);
    }
    edited.put(
        path, content.substring(0, at) + replacement + content.substring(at + find.length()));
    return new Sources(edited);
  }

  /** Returns the Java files. */
  Map<String, String> java() {
    return ending(".java");
  }

  /** Returns the configurations by {@code folder/config.yaml}. */
  Map<String, String> configs() {
    return ending(".yaml");
  }

  private Map<String, String> ending(String suffix) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(suffix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
