package dev.crystallize.processor.generate;

import java.util.List;
import java.util.stream.Collectors;

/** Brings the text of a generated file into its final form: ASCII, in lines that fit. */
final class SourceFormat {

  private static final List<String> DECLARATIONS = List.of("private ", "public ", "static ");

  private SourceFormat() {}

  /**
   * Returns the text with lines broken and characters beyond ASCII as Unicode escapes, so that no
   * encoding changes what it means.
   */
  static String format(String source) {
    StringBuilder result = new StringBuilder(source.length() + source.length() / 8);
    StringBuilder line = new StringBuilder();
    for (String part : source.lines().map(SourceFormat::ascii).collect(Collectors.toList())) {
      line.append(line.isEmpty() ? part : part.stripLeading());
      if (isUnfinishedDeclaration(line)) {
        line.append(' ');
      } else {
        for (String broken : LineBreaker.wrap(line.toString())) {
          result.append(broken).append('\n');
        }
        line.setLength(0);
      }
    }
    return result.toString();
  }

  /** JavaPoet breaks long declarations by itself, in a way that depends on nothing but width. */
  private static boolean isUnfinishedDeclaration(StringBuilder line) {
    String text = line.toString().strip();
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
                result.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", c));
              }
            });
    return result.toString();
  }
}
