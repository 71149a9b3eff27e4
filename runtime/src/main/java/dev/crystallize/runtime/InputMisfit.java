package dev.crystallize.runtime;

import dev.crystallize.runtime.config.DiagnosticId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which input it was when a step is given a type that it does not expect. */
final class InputMisfit {

  /** How the JVM says which class is none of which other. */
  private static final Pattern CAST =
      Pattern.compile("class (\\S+) cannot be cast to class (\\S+)( .*)?", Pattern.DOTALL);

  private InputMisfit() {}

  /**
   * Returns what to throw: an exception that names the input, if one that was put in place of
   * another is of the class that could not be cast, else the same.
   *
   * @param thrown what a step threw
   * @param node the step's experiment
   * @param loaded what was loaded of an input, by its alias
   */
  static RuntimeException explained(
      ClassCastException thrown, ExperimentNode node, Function<String, Optional<Object>> loaded) {
    Matcher cast = CAST.matcher(String.valueOf(thrown.getMessage()));
    if (!cast.matches()) {
      return thrown;
    }
    String given = cast.group(1);
    for (Feed feed : node.feeds()) {
      Optional<Object> value =
          loaded.apply(feed.alias()).filter(each -> each.getClass().getName().equals(given));
      if (feed instanceof Feed.Upstream upstream && upstream.replaced() && value.isPresent()) {
        Input<?> input = upstream.input();
        return new ArtifactException(
            String.format(
                "[%s] the input '%s' of '%s' must be of the type %s, but '%s#%s', which withInput"
                    + " put there, gives %s",
                DiagnosticId.ARTIFACT_TYPE.id(),
                feed.alias(),
                node.name(),
                source(cast.group(2)),
                input.upstream().get().name(),
                input.alias(),
                told(value.get())),
            thrown);
      }
    }
    return thrown;
  }

  private static String told(Object value) {
    return value instanceof Path
        ? "a Path, the file itself; the typed constant of its generated graph, such as"
            + " ProducerGraph.SUMMARY.input(), gives what its loader makes of it"
        : source(value.getClass().getName());
  }

  /** A class as it is written in Java. */
  private static String source(String className) {
    return className.equals("[B") ? "byte[]" : className.replace('$', '.');
  }
}
