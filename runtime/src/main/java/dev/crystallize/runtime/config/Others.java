package dev.crystallize.runtime.config;

import java.util.List;

/** One mistake that is told where it is met first, and of which more names are witnesses. */
public final class Others {

  private Others() {}

  /**
   * Returns the diagnostic with the names it does not tell yet.
   *
   * @param diagnostic tells the first name
   * @param lead what is said of the others
   * @param names all names, the first one first; some may be there more than once
   * @return the same diagnostic if there are no others
   */
  public static Diagnostic added(Diagnostic diagnostic, String lead, List<String> names) {
    List<String> others = names.stream().distinct().skip(1).toList();
    return others.isEmpty()
        ? diagnostic
        : diagnostic.withDetail(lead + ": " + Suggestion.listed(others));
  }
}
