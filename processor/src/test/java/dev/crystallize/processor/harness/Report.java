package dev.crystallize.processor.harness;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What a compiler said.
 *
 * @param id the id in brackets before the text; empty if the compiler speaks for itself
 * @param isError whether it is an error rather than a warning or note
 * @param file the simple name of the Java file, empty if there is none
 * @param line the line in that file, or -1
 * @param column the column in that file, or -1
 * @param text the whole text, id included
 */
public record Report(String id, boolean isError, String file, long line, long column, String text) {

  private static final Pattern ID = Pattern.compile("^\\[([a-z-]+)] ");

  /** Returns what a compiler handed over. */
  public static Report of(Diagnostic<? extends JavaFileObject> diagnostic, Compiler compiler) {
    String text = diagnostic.getMessage(Locale.ROOT).replace("\r\n", "\n");
    if (compiler == Compiler.JAVAC) {
      text = text.replace("\n  ", "\n"); // javac sets all lines but the first two columns in.
    }
    Matcher id = ID.matcher(text);
    String path = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return new Report(
        id.find() ? id.group(1) : "",
        diagnostic.getKind() == Diagnostic.Kind.ERROR,
        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
        diagnostic.getLineNumber(),
        diagnostic.getColumnNumber(),
        text);
  }

  /** Returns the first line of the text, without the id. */
  public String headline() {
    return text.lines().findFirst().orElse("").replaceFirst(ID.pattern(), "");
  }
}
