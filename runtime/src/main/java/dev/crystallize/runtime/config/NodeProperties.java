package dev.crystallize.runtime.config;

import java.util.Optional;

/**
 * The anchor and the tag before a node (YAML 1.2.2, section 6.9).
 *
 * @param anchor the name after {@code &}
 * @param tag the tag with its exclamation marks
 * @param end the index at which the node itself starts
 */
record NodeProperties(Optional<String> anchor, Optional<String> tag, int end) {

  static final NodeProperties NONE = new NodeProperties(Optional.empty(), Optional.empty(), 0);

  boolean isPresent() {
    return anchor.isPresent() || tag.isPresent();
  }

  /** Reads the properties of the node that starts at an index of a well-formed text. */
  static NodeProperties at(String text, int start) {
    if (start >= text.length() || (text.charAt(start) != '&' && text.charAt(start) != '!')) {
      return NONE;
    }
    Optional<String> anchor = Optional.empty();
    Optional<String> tag = Optional.empty();
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '&' && anchor.isEmpty()) {
        int end = wordEnd(text, at);
        anchor = Optional.of(text.substring(at + 1, end));
        at = end;
      } else if (c == '!' && tag.isEmpty()) {
        int end = text.startsWith("!<", at) ? text.indexOf('>', at) + 1 : wordEnd(text, at);
        tag = Optional.of(text.substring(at, end));
        at = end;
      } else {
        break;
      }
      at = separationEnd(text, at);
    }
    return new NodeProperties(anchor, tag, at);
  }

  private static int wordEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length() && " \t\r\n,[]{}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Skips blanks, ends of lines and comments. */
  private static int separationEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' && at > from) {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
          at++;
        }
      } else if (" \t\r\n".indexOf(c) < 0) {
        break;
      } else {
        at++;
      }
    }
    return at;
  }
}
