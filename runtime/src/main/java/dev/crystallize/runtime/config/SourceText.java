package dev.crystallize.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a configuration and its lines, from which diagnostics show excerpts. */
public final class SourceText {

  /** Of a longer line an excerpt shows the part around the mistake. */
  private static final int LONGEST_EXCERPT = 160;

  private final String path;
  private final String text;
  private final List<Integer> lineStarts;

  private SourceText(String path, String text, List<Integer> lineStarts) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts;
  }

  /**
   * Splits a text into lines at line feeds, carriage returns, or both together.
   *
   * @param path the path that places in this text carry
   */
  public static SourceText of(String path, String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        starts.add(i + 1);
      }
    }
    return new SourceText(path, text, starts);
  }

  /** Returns the path that places in this text carry. */
  public String path() {
    return path;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.size();
  }

  /** Returns the line without its end, counted from 1; beyond the text an empty one. */
  public String line(int number) {
    if (number < 1 || number > lineStarts.size()) {
      return "";
    }
    int start = lineStarts.get(number - 1);
    int end = number < lineStarts.size() ? lineStarts.get(number) : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns the place of an index in {@link #text()}. */
  Place placeAt(int offset) {
    int low = 0;
    int high = lineStarts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int column = text.codePointCount(lineStarts.get(low), offset) + 1;
    return new Place(path, low + 1, column);
  }

  /**
   * Returns the place of a line and column that a parser gave. It counts a carriage return at the
   * very end as a column, and what is missing at the end it misses below the last line, where there
   * is nothing to be shown: that is moved behind what stands last.
   */
  Place within(int line, int column) {
    int last = lineCount();
    while (last > 1 && line(last).isBlank()) {
      last--;
    }
    int wanted = line > last ? Integer.MAX_VALUE : column;
    String shown = line(Math.min(line, last));
    int end = shown.codePointCount(0, shown.length()) + 1;
    return new Place(path, Math.min(line, last), Math.min(wanted, end));
  }

  /** Returns the line at a place, if the place lies in this text. */
  public Optional<Excerpt> excerptAt(Place place) {
    if (!place.path().equals(path) || place.line() > lineStarts.size()) {
      return Optional.empty();
    }
    String line = line(place.line());
    int length = line.codePointCount(0, line.length());
    int column = Math.min(place.column(), length + 1);
    if (length <= LONGEST_EXCERPT) {
      return Optional.of(new Excerpt(place.line(), column, line));
    }
    int from = Math.max(0, Math.min(column - 1 - LONGEST_EXCERPT / 2, length - LONGEST_EXCERPT));
    int start = line.offsetByCodePoints(0, from);
    int end = line.offsetByCodePoints(start, Math.min(LONGEST_EXCERPT, length - from));
    return Optional.of(new Excerpt(place.line(), column - from, line.substring(start, end)));
  }
}
