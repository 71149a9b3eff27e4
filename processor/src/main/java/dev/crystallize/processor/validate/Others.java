package dev.crystallize.processor.validate;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Suggestion;
import java.util.List;

/** One mistake that is told where it is met first, and of which more names are witnesses. */
final class Others {

  private Others() {}

  /**
   * Returns the diagnostic with the names it does not tell yet.
   *
   * @param diagnostic tells the first name
   * @param lead what is said of the others
   * @param names all names, the first one first; some may be there more than once
   */
  static Diagnostic added(Diagnostic diagnostic, String lead, List<String> names) {
    List<String> others = names.stream().distinct().skip(1).toList();
    return others.isEmpty()
        ? diagnostic
        : diagnostic.withDetail(lead + ": " + Suggestion.listed(others));
  }
}
