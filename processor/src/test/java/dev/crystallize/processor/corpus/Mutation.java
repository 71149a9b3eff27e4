package dev.crystallize.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A change of a project, and what the compiler should say then. In a table, paragraphs read
 *
 * <pre>
 * a reference to an output that does not exist
 * evaluate/config.yaml | split#test | split#tset
 * > missing-artifact evaluate/config.yaml:2:12
 * </pre>
 *
 * with a line {@code file | find | replacement} for each edit, in which {@code \n} and {@code \r}
 * are line ends. Valid variations have no last line; several mistakes have several. Lines that
 * begin with {@code #} are comments.
 *
 * @param expected id, file, line and column of each report
 */
record Mutation(String name, List<Edit> edits, List<String> expected) {

  private static final Pattern PARAGRAPHS = Pattern.compile("\n\\s*\n");
  private static final String EXPECTED = "> ";

  Mutation {
    edits = List.copyOf(edits);
    expected = List.copyOf(expected);
  }

  /** A text of a file to be replaced by another. */
  record Edit(String file, String find, String replacement) {

    private static final Pattern COLUMNS = Pattern.compile(" \\| ?");

    static Edit parse(String line) {
      String[] parts = COLUMNS.split(line, 3);
      if (parts.length != 3) {
        throw new IllegalArgumentException("not an edit: " + line);
      }
      return new Edit(parts[0], lines(parts[1]), lines(parts[2]));
    }

    private static String lines(String text) {
      return text.replace("\\n", "\n").replace("\\r", "\r");
    }
  }

  /** Reads a table. */
  static List<Mutation> parse(String table) {
    return PARAGRAPHS
        .splitAsStream(table)
        .map(paragraph -> paragraph.lines().filter(line -> !line.startsWith("#")).toList())
        .filter(lines -> !lines.isEmpty())
        .map(Mutation::of)
        .toList();
  }

  private static Mutation of(List<String> lines) {
    List<Edit> edits = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(EXPECTED)) {
        expected.add(line.substring(EXPECTED.length()));
      } else {
        edits.add(Edit.parse(line));
      }
    }
    return new Mutation(lines.get(0), edits, expected);
  }

  Sources applyTo(Sources base) {
    Sources result = base;
    for (Edit edit : edits) {
      result = result.edit(edit.file(), edit.find(), edit.replacement());
    }
    return result;
  }
}
