package dev.crystallize.runtime.config;

/** Dates and times of YAML 1.1, which are plain texts in YAML 1.2. */
final class Timestamps {

  private final String text;
  private int at;

  private Timestamps(String text) {
    this.text = text;
  }

  /**
   * Returns whether YAML 1.1 takes the text for a date ({@code 2024-01-31}) or for a date with a
   * time of day, fraction and time zone ({@code 2024-1-31 9:05:00.5 +02:00}).
   */
  static boolean matches(String text) {
    return new Timestamps(text).isDate() || new Timestamps(text).isDateAndTime();
  }

  private boolean isDate() {
    return digits(4, 4) && one('-') && digits(2, 2) && one('-') && digits(2, 2) && atEnd();
  }

  private boolean isDateAndTime() {
    if (!(digits(4, 4) && one('-') && digits(1, 2) && one('-') && digits(1, 2))) {
      return false;
    }
    if (!one('T') && !one('t') && !blanks()) {
      return false;
    }
    if (!(digits(1, 2) && one(':') && digits(2, 2) && one(':') && digits(2, 2))) {
      return false;
    }
    if (one('.')) {
      digits(0, Integer.MAX_VALUE);
    }
    blanks();
    return atEnd() || (one('Z') && atEnd()) || isOffset();
  }

  private boolean isOffset() {
    if (!(one('+') || one('-')) || !digits(1, 2)) {
      return false;
    }
    return atEnd() || (one(':') && digits(2, 2) && atEnd());
  }

  private boolean digits(int least, int most) {
    int start = at;
    while (at < text.length() && at - start < most && PythonReading.isDigit(text.charAt(at))) {
      at++;
    }
    return at - start >= least;
  }

  private boolean one(char c) {
    boolean found = at < text.length() && text.charAt(at) == c;
    if (found) {
      at++;
    }
    return found;
  }

  private boolean blanks() {
    int start = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at > start;
  }

  private boolean atEnd() {
    return at == text.length();
  }
}
