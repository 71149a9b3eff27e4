package dev.crystallize.processor.read;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** The name of the type that is generated for an experiment. */
final class GeneratedNames {

  private static final String SUFFIX = "Graph";

  private GeneratedNames() {}

  /**
   * Returns the simple name of an experiment's graph: {@code consumer} gives {@code ConsumerGraph},
   * {@code hello-world} gives {@code HelloWorldGraph}. Characters that a Java name cannot hold
   * separate words.
   */
  static String of(String folder) {
    StringBuilder name = new StringBuilder();
    boolean wordStarts = true;
    for (int i = 0; i < folder.length(); i += Character.charCount(folder.codePointAt(i))) {
      int c = folder.codePointAt(i);
      if (c == '_' || !Character.isJavaIdentifierPart(c) || Character.isIdentifierIgnorable(c)) {
        wordStarts = true;
      } else if (wordStarts) {
        name.append(new String(Character.toChars(c)).toUpperCase(Locale.ROOT));
        wordStarts = false;
      } else {
        name.appendCodePoint(c);
      }
    }
    name.append(SUFFIX);
    return SourceVersion.isIdentifier(name) ? name.toString() : "_" + name;
  }
}
