package dev.crystallize.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * What became of a name. Unresolved names are part of the model, so that the rule which reports
 * them finds them, and all others know to be silent about what rests on them.
 *
 * @param <T> what the name stands for
 */
public sealed interface Resolution<T> {

  /** Returns what was found, if exactly one thing was. */
  default Optional<T> found() {
    return Optional.empty();
  }

  /** Returns whether exactly one thing was found. */
  default boolean isFound() {
    return found().isPresent();
  }

  /** The name stands for one thing. */
  record Found<T>(T value) implements Resolution<T> {
    @Override
    public Optional<T> found() {
      return Optional.of(value);
    }
  }

  /**
   * Nothing has that name.
   *
   * @param known the canonical names of what is there, in order
   */
  record Unknown<T>(String name, List<String> known) implements Resolution<T> {
    /** Copies the names. */
    public Unknown {
      known = List.copyOf(known);
    }
  }

  /** Several things have that name. */
  record Ambiguous<T>(String name, List<T> candidates) implements Resolution<T> {
    /** Copies the candidates. */
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * It cannot be known, because of something that is reported elsewhere: to be passed in silence.
   */
  record Silent<T>() implements Resolution<T> {}
}
