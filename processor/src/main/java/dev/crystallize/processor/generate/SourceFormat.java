package dev.crystallize.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Brings the text of a generated file into its final form: ASCII, in lines that fit. */
final class SourceFormat {

  private static final int WIDTH = 100;
  private static final List<String> DECLARATIONS = List.of("private ", "public ", "static ");

  private SourceFormat() {}

  /**
   * Returns the text with lines broken and characters beyond ASCII as Unicode escapes, so that no
   * encoding changes what it means.
   */
  static String format(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : source.lines().map(SourceFormat::ascii).toList()) {
      String previous = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (belongsTo(previous, line.strip())) {
        lines.set(lines.size() - 1, previous + line.strip());
      } else if (isUnfinishedDeclaration(previous)) {
        String space = previous.endsWith("(") ? "" : " ";
        lines.set(lines.size() - 1, previous + space + line.strip());
      } else if (line.strip().equals("*/") && isShortComment(lines)) {
        lines.remove(lines.size() - 1);
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + previous.strip().substring(1) + " */");
      } else {
        lines.add(line);
      }
    }
    return lines.stream()
        .flatMap(line -> LineBreaker.wrap(line).stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** An empty body, and the end of an annotation, need no line of their own. */
  private static boolean belongsTo(String previous, String line) {
    return (line.equals("}") && previous.endsWith("{")) || line.equals(")");
  }

  private static boolean isShortComment(List<String> lines) {
    int size = lines.size();
    return size >= 2
        && lines.get(size - 2).strip().equals("/**")
        && lines.get(size - 2).length() + lines.get(size - 1).strip().length() + 2 <= WIDTH;
  }

  /** JavaPoet breaks long declarations by itself, in a way that depends on nothing but width. */
  private static boolean isUnfinishedDeclaration(String line) {
    String text = line.strip();
    return DECLARATIONS.stream().anyMatch(text::startsWith)
        && text.chars().filter(c -> c == '(').count() > text.chars().filter(c -> c == ')').count()
        && (text.endsWith(",") || text.endsWith("("));
  }

  private static String ascii(String line) {
    if (line.chars().allMatch(c -> c < 0x7f)) {
      return line;
    }
    StringBuilder result = new StringBuilder(line.length() + 16);
    line.chars()
        .forEach(
            c -> {
              if (c < 0x7f) {
                result.append((char) c);
              } else {
                result.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
              }
            });
    return result.toString();
  }
}
