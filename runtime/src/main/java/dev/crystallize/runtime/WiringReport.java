package dev.crystallize.runtime;

import dev.crystallize.runtime.config.ConfigFile;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Located;
import dev.crystallize.runtime.config.Message;
import dev.crystallize.runtime.config.Place;
import dev.crystallize.runtime.config.SnakeCase;
import dev.crystallize.runtime.config.Suggestion;
import dev.crystallize.runtime.config.Suggestions;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Collects what is wrong with the wiring of a configuration, and finds what its names stand for.
 *
 * @param file the configuration
 * @param compiled the name of the node whose code is used
 * @param found what is wrong so far
 */
record WiringReport(ConfigFile file, String compiled, List<Diagnostic> found) {

  static final String RECOMPILE = "only compiled code can be run: run mvn compile";

  /** YAML may spell a name like the Java name it has. */
  static boolean isSpelt(String canonical, String written) {
    return canonical.equals(written) || canonical.equals(SnakeCase.of(written));
  }

  Diagnostic diagnostic(Message message, String... arguments) {
    return Diagnostic.of(file.config().folder(), message, arguments);
  }

  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void report(Place place, Diagnostic diagnostic) {
    found.add(diagnostic.at(place, file.source()));
  }

  void report(Optional<Place> place, Diagnostic diagnostic) {
    found.add(place.map(where -> diagnostic.at(where, file.source())).orElse(diagnostic));
  }

  void unknown(Message message, Located<String> name, List<String> known) {
    unknown(message, name, known, RECOMPILE);
  }

  void unknown(Message message, Located<String> name, List<String> known, String remedy) {
    report(
        name.place(),
        diagnostic(message, name.value(), "the compiled code of '" + compiled + "'")
            .suggesting(Suggestions.of(name.value(), known))
            .withDetail(remedy));
  }

  /** Several writers or loaders are for the type of an output that names none. */
  void ambiguous(Located<String> output, String kind, Type type, List<String> names) {
    report(
        output.place(),
        diagnostic(
            Message.AMBIGUOUS_BY_TYPE,
            output.value(),
            kind,
            TypeText.of(type).print(type),
            Suggestion.listed(names)));
  }

  /** Returns the only one that has a name; reports if there is none, or more than one. */
  <T> Optional<T> resolve(
      Message unknown, String kind, Located<String> name, List<T> all, Function<T, String> nameOf) {
    List<T> found = all.stream().filter(each -> isSpelt(nameOf.apply(each), name.value())).toList();
    if (found.isEmpty()) {
      unknown(unknown, name, all.stream().map(nameOf).distinct().toList());
    } else if (found.size() > 1) {
      report(
          name.place(),
          diagnostic(
              Message.AMBIGUOUS_NAME,
              kind,
              name.value(),
              Suggestion.listed(found.stream().map(nameOf).toList())));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
