package dev.crystallize.runtime.config;

/** Lays a diagnostic out as text. Decides nothing. */
public final class DiagnosticPrinter {

  private static final int GUTTER = 7;
  private static final String BAR = " | ";
  private static final String INDENT = "    ";

  /**
   * Returns the diagnostic as lines joined by line feeds, the last one without: the id, text and
   * place, which stand alone; the line of source with a caret under the mistake; the details.
   */
  public String print(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append('[').append(diagnostic.id().id()).append("] ").append(diagnostic.headline());
    diagnostic
        .place()
        .ifPresent(
            place -> text.append(" (").append(Escapes.printable(place.toString())).append(')'));
    diagnostic.excerpt().ifPresent(excerpt -> append(text, excerpt));
    for (String detail : diagnostic.details()) {
      text.append('\n').append(INDENT).append(Escapes.printable(detail));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Excerpt excerpt) {
    String number = Integer.toString(excerpt.line());
    text.append('\n').append(" ".repeat(Math.max(0, GUTTER - number.length()))).append(number);
    text.append(BAR);
    StringBuilder shown = new StringBuilder();
    StringBuilder caret = new StringBuilder();
    int column = 1;
    String line = excerpt.text();
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int codePoint = line.codePointAt(i);
      int before = shown.length();
      if (codePoint == '\t') {
        shown.append('\t');
      } else {
        Escapes.append(shown, codePoint);
      }
      if (column < excerpt.column()) {
        boolean escaped = shown.length() - before > Character.charCount(codePoint);
        int width = escaped ? shown.length() - before : DisplayWidth.of(codePoint);
        caret.append(codePoint == '\t' ? "\t" : " ".repeat(width));
      }
      column++;
    }
    text.append(shown).append('\n').append(" ".repeat(GUTTER)).append(BAR).append(caret);
    text.append('^');
  }
}
