package dev.crystallize.runtime;

import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.SourceText;
import java.util.Optional;

/** Puts diagnostics where a value was given, if that is known. */
final class Diagnostics {

  private Diagnostics() {}

  static Diagnostic at(Diagnostic diagnostic, Optional<Place> place, Optional<SourceText> source) {
    if (place.isEmpty()) {
      return diagnostic;
    }
    return source.isPresent()
        ? diagnostic.at(place.get(), source.get())
        : diagnostic.at(place.get());
  }
}
