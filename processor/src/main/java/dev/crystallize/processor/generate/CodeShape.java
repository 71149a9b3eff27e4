package dev.crystallize.processor.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where one line of generated code can be broken. It knows brackets and literals, and takes {@code
 * <} for a bracket: generated code never compares.
 *
 * @param operatorEnd the end of the first assignment or arrow outside brackets, -1 if there is none
 * @param calls the dots before calls that follow each other outside brackets; empty unless at least
 *     two of them have arguments
 * @param open the last bracket outside all others that holds something, -1 if there is none
 * @param commas the commas directly inside that bracket
 */
record CodeShape(int operatorEnd, List<Integer> calls, int open, List<Integer> commas) {

  static CodeShape of(String text) {
    return new Scan(text).run();
  }

  /** One pass over a line. */
  private static final class Scan {
    private final String text;
    private final List<Integer> calls = new ArrayList<>();
    private List<Integer> commas = new ArrayList<>();
    private int withArguments;
    private int operatorEnd = -1;
    private int depth;
    private int dot = -1;
    private int open = -1;

    Scan(String text) {
      this.text = text;
    }

    CodeShape run() {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\'') {
          i = endOfLiteral(i);
        } else if (c == '(' || c == '{' || c == '[' || c == '<') {
          opened(i);
        } else if (c == ')' || c == '}' || c == ']' || (c == '>' && text.charAt(i - 1) != '-')) {
          depth--;
        } else if (c == ',' && depth == 1) {
          commas.add(i);
        } else if (depth == 0) {
          outside(i, c);
        }
      }
      return new CodeShape(operatorEnd, withArguments > 1 ? calls : List.of(), open, commas);
    }

    private void opened(int i) {
      if (depth == 0 && text.charAt(i) != '<') {
        boolean empty = i + 1 == text.length() || ")}]".indexOf(text.charAt(i + 1)) >= 0;
        if (dot >= 0 && text.charAt(i) == '(') {
          calls.add(dot);
          withArguments += empty ? 0 : 1;
        }
        if (!empty) {
          open = i;
          commas = new ArrayList<>();
        }
        dot = -1;
      } else if (depth == 0) {
        commas = new ArrayList<>();
      }
      depth++;
    }

    private void outside(int i, char c) {
      if (c == '.') {
        dot = i;
      }
      boolean operator = c == '=' || (c == '>' && text.charAt(i - 1) == '-');
      if (operator && operatorEnd < 0 && i + 2 < text.length() && text.charAt(i + 2) != '{') {
        operatorEnd = i + 1;
      }
    }

    private int endOfLiteral(int start) {
      int i = start + 1;
      while (text.charAt(i) != text.charAt(start)) {
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      return i;
    }
  }
}
