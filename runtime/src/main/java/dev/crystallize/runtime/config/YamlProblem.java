package dev.crystallize.runtime.config;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;

/**
 * What a YAML parser complains about, in our words and places.
 *
 * @param text what is wrong
 * @param line the line, from 1
 * @param column the column, from 1
 */
record YamlProblem(String text, int line, int column) {

  /** What was found instead, if it stands in the text so and is no name of a part in brackets. */
  private static final Pattern CHARACTERS = Pattern.compile("but got ([^<\\s]\\S*)$");

  /**
   * Reads a failure of the parser. The parser below Jackson knows the place of the problem, from 0;
   * Jackson itself only knows the token before it.
   */
  static YamlProblem of(RuntimeException failure) {
    Throwable cause = failure instanceof JacksonException ? failure.getCause() : failure;
    if (cause instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
      return new YamlProblem(
          inOurWords(
              Objects.requireNonNullElse(marked.getProblem(), "it ends too early"),
              Objects.requireNonNullElse(marked.getContext(), "")),
          mark.map(Mark::getLine).orElse(0) + 1,
          mark.map(Mark::getColumn).orElse(0) + 1);
    }
    if (failure instanceof JacksonException jackson && jackson.getLocation() != null) {
      String message = firstLine(String.valueOf(jackson.getOriginalMessage()));
      // Only an escape whose digits are cut off by the end of the text makes the parser say this.
      boolean isEscape = message.startsWith("Malformed Number");
      return new YamlProblem(
          isEscape ? "an escape in a quoted text is not finished" : message,
          Math.max(1, jackson.getLocation().getLineNr()),
          Math.max(1, jackson.getLocation().getColumnNr()));
    }
    return new YamlProblem(firstLine(String.valueOf(failure.getMessage())), 1, 1);
  }

  private static String inOurWords(String problem, String context) {
    if (problem.contains("(TAB)")) {
      return "a tab cannot indent; use spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ': ' cannot stand here; quote the text if it belongs to it,"
          + " or check the indentation";
    }
    if (problem.startsWith("found character '") && problem.contains("cannot start")) {
      int quote = problem.indexOf('\'') + 1;
      String character = problem.substring(quote, problem.indexOf('\'', quote + 1));
      return "a text cannot start with " + character + " unless it is quoted";
    }
    String plain = firstLine(problem).strip().replace("but got <stream end>", "but the file ends");
    String text = CHARACTERS.matcher(plain).replaceFirst("but got '$1'");
    return context.isEmpty() ? text : text + " " + inOurTerms(firstLine(context).strip());
  }

  private static String inOurTerms(String context) {
    return context
        .replace("while scanning", "in")
        .replace("while parsing", "in")
        .replace("flow sequence", "list in brackets")
        .replace("flow mapping", "map in braces")
        .replace("block mapping", "map")
        .replace("block collection", "list");
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
