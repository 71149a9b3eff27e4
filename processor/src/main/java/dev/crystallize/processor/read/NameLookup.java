package dev.crystallize.processor.read;

import dev.crystallize.processor.model.MethodModel;
import dev.crystallize.processor.model.Resolution;
import java.util.List;
import java.util.function.Function;

/** Resolves names among methods. */
final class NameLookup {

  private NameLookup() {}

  /**
   * Looks a method up by its name in YAML.
   *
   * @param complete whether all candidates are known; if not, a name that none has is passed in
   *     silence
   */
  static <T> Resolution<T> resolve(
      String name, List<T> candidates, boolean complete, Function<T, MethodModel> method) {
    List<T> found =
        candidates.stream()
            .filter(candidate -> method.apply(candidate).name().answersTo(name))
            .toList();
    if (found.size() == 1) {
      return new Resolution.Found<>(found.get(0));
    }
    if (!found.isEmpty()) {
      return new Resolution.Ambiguous<>(name, found);
    }
    if (!complete) {
      return new Resolution.Silent<>();
    }
    return new Resolution.Unknown<>(
        name,
        candidates.stream()
            .map(candidate -> method.apply(candidate).name().canonical())
            .distinct()
            .toList());
  }
}
