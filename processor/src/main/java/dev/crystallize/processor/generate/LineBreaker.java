package dev.crystallize.processor.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines of generated code that are too long, much as google-java-format does: after an
 * assignment or arrow, before the calls of a chain, and between arguments.
 */
final class LineBreaker {

  private static final int WIDTH = 100;
  private static final int CONTINUATION = 4;

  private final List<String> lines = new ArrayList<>();

  private LineBreaker() {}

  /** Returns the line, or the lines it is broken into. */
  static List<String> wrap(String line) {
    if (line.length() <= WIDTH) {
      return List.of(line);
    }
    LineBreaker breaker = new LineBreaker();
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    if (text.startsWith("*")) {
      breaker.comment(indent, text);
    } else if (text.startsWith("import ") || text.startsWith("package ")) {
      breaker.add(indent, text);
    } else {
      breaker.code(indent, text);
    }
    return breaker.lines;
  }

  private void comment(int indent, String text) {
    int room = WIDTH - indent;
    String rest = text;
    while (rest.length() > room && rest.lastIndexOf(' ', room) > 1) {
      int cut = rest.lastIndexOf(' ', room);
      add(indent, rest.substring(0, cut));
      rest = "* " + rest.substring(cut + 1);
    }
    add(indent, rest);
  }

  private void code(int indent, String text) {
    if (indent + text.length() <= WIDTH) {
      add(indent, text);
      return;
    }
    CodeShape shape = CodeShape.of(text);
    if (shape.operatorEnd() > 0) {
      add(indent, text.substring(0, shape.operatorEnd()));
      code(indent + CONTINUATION, text.substring(shape.operatorEnd() + 1));
    } else if (shape.calls().size() > 1) {
      chain(indent, text, shape.calls());
    } else if (shape.open() >= 0) {
      arguments(indent, text, shape);
    } else {
      add(indent, text);
    }
  }

  private void chain(int indent, String text, List<Integer> calls) {
    add(indent, text.substring(0, calls.get(0)));
    for (int i = 0; i < calls.size(); i++) {
      int end = i + 1 < calls.size() ? calls.get(i + 1) : text.length();
      code(indent + CONTINUATION, text.substring(calls.get(i), end));
    }
  }

  /** One argument a line, but in a map a key with its value. */
  private void arguments(int indent, String text, CodeShape shape) {
    if (text.charAt(shape.open()) == '{') {
      array(indent, text, shape.open());
      return;
    }
    add(indent, text.substring(0, shape.open() + 1));
    String all = text.substring(shape.open() + 1);
    if (indent + CONTINUATION + all.length() <= WIDTH) {
      add(indent + CONTINUATION, all);
      return;
    }
    int each = text.startsWith("Map.of", shape.open() - "Map.of".length()) ? 2 : 1;
    int start = shape.open() + 1;
    for (int i = each - 1; i < shape.commas().size(); i += each) {
      int comma = shape.commas().get(i);
      code(indent + CONTINUATION, text.substring(start, comma + 1));
      start = comma + 2;
    }
    code(indent + CONTINUATION, text.substring(start));
  }

  private void array(int indent, String text, int open) {
    int close = text.lastIndexOf('}');
    CodeShape items = CodeShape.of(text.substring(open, close));
    add(indent, text.substring(0, open + 1));
    int start = open + 1;
    for (int comma : items.commas()) {
      code(indent + 2, text.substring(start, open + comma + 1));
      start = open + comma + 2;
    }
    code(indent + 2, text.substring(start, close));
    add(indent, text.substring(close));
  }

  private void add(int indent, String text) {
    lines.add(" ".repeat(indent) + text);
  }
}
