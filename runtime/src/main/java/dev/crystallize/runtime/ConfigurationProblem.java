package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.DiagnosticPrinter;
import dev.crystallize.runtime.config.Place;
import java.util.Optional;

/**
 * Something wrong in a configuration, as the compiler would report it.
 *
 * @param id what kind of mistake, such as {@code missing-param}; each has a section in the
 *     documentation
 * @param message what is wrong and what was probably meant, on one line
 * @param location {@code path:line:column}, where the mistake stands in a file
 * @param text the whole report: id, message, location, the line of the file with a mark under the
 *     mistake, and details
 */
public record ConfigurationProblem(
    String id, String message, Optional<String> location, String text) {

  static ConfigurationProblem of(Diagnostic diagnostic) {
    return new ConfigurationProblem(
        diagnostic.id().id(),
        diagnostic.headline(),
        diagnostic.place().map(Place::toString),
        new DiagnosticPrinter().print(diagnostic));
  }

  /** All of it on one line. */
  String line() {
    return "[" + id + "] " + message + location.map(place -> " (" + place + ")").orElse("");
  }

  /** Returns the whole report. */
  @Override
  public String toString() {
    return text;
  }
}
