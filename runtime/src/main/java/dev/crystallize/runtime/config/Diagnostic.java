package dev.crystallize.runtime.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mistake as a value: what is wrong, where, and what may help. Printing is the {@link
 * DiagnosticPrinter}'s.
 *
 * @param message the text
 * @param arguments what is put into the text, in the order of {@link Message#argumentNames()}
 * @param experiment the folder of the experiment it belongs to; the first key of the order
 * @param place where the mistake stands in a configuration, if it does
 * @param excerpt the line of source to show, if it is known
 * @param suggestion what was probably meant
 * @param details further lines, without indentation
 */
public record Diagnostic(
    Message message,
    List<String> arguments,
    String experiment,
    Optional<Place> place,
    Optional<Excerpt> excerpt,
    Suggestion suggestion,
    List<String> details)
    implements Comparable<Diagnostic> {

  private static final Comparator<Place> PLACES = Comparator.naturalOrder();
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::experiment)
          .thenComparing(
              diagnostic -> diagnostic.place().orElse(null), Comparator.nullsFirst(PLACES))
          .thenComparing(diagnostic -> diagnostic.id().id())
          .thenComparing(Diagnostic::headline);

  /** Copies the lists and checks the number of arguments. */
  public Diagnostic {
    arguments = List.copyOf(arguments);
    details = List.copyOf(details);
    if (arguments.size() != message.argumentNames().size()) {
      throw new IllegalArgumentException(
          message + " takes " + message.argumentNames() + " but was given " + arguments);
    }
  }

  /** Returns a diagnostic without a place, excerpt, suggestion or details. */
  public static Diagnostic of(String experiment, Message message, String... arguments) {
    return new Diagnostic(
        message,
        List.of(arguments),
        experiment,
        Optional.empty(),
        Optional.empty(),
        Suggestion.NONE,
        List.of());
  }

  /** Returns this diagnostic at a place, with no excerpt yet. */
  public Diagnostic at(Place newPlace) {
    return new Diagnostic(
        message,
        arguments,
        experiment,
        Optional.of(newPlace),
        Optional.empty(),
        suggestion,
        details);
  }

  /** Returns this diagnostic at a place, with the line of source that stands there. */
  public Diagnostic at(Place newPlace, SourceText source) {
    return new Diagnostic(
        message,
        arguments,
        experiment,
        Optional.of(newPlace),
        source.excerptAt(newPlace),
        suggestion,
        details);
  }

  /** Returns this diagnostic with a suggestion. */
  public Diagnostic suggesting(Suggestion newSuggestion) {
    return new Diagnostic(message, arguments, experiment, place, excerpt, newSuggestion, details);
  }

  /** Returns this diagnostic with a further detail line at the end. */
  public Diagnostic withDetail(String detail) {
    List<String> more = new ArrayList<>(details);
    more.add(detail);
    return new Diagnostic(message, arguments, experiment, place, excerpt, suggestion, more);
  }

  /** Returns the id of the message. */
  public DiagnosticId id() {
    return message.id();
  }

  /** Returns whether this is an error or a warning. */
  public DiagnosticKind kind() {
    return message.kind();
  }

  /** Returns the text with its suggestion, without the id and the place. */
  public String headline() {
    return message.text(arguments) + suggestion.text();
  }

  /** Orders by experiment, place (those without one first) and id. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
