package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.runtime.config.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What a root class says by itself, source or class file. */
final class Roots {

  private Roots() {}

  /**
   * The name of one experiment of a root class.
   *
   * @param folder its folder, which names the generated type
   * @param place the literal that says so, else the annotation
   */
  record Name(String folder, ElementPlace place) {}

  /** Returns the experiments of a root class. */
  static List<Name> namesOf(TypeElement root, Mirror experiment) {
    ElementPlace place = ElementPlace.ofType(root.getQualifiedName().toString());
    List<String> given = experiment.texts("value");
    if (given.isEmpty()) {
      String name = SnakeCase.of(root.getSimpleName().toString());
      return List.of(new Name(name, place.annotation(Mirror.EXPERIMENT)));
    }
    List<Name> names = new ArrayList<>();
    for (String folder : given) {
      names.add(new Name(folder, place.annotation(Mirror.EXPERIMENT, "value", names.size())));
    }
    return names;
  }

  /** Returns the name of the package a class lies in; empty for the unnamed one. */
  static String packageOf(TypeElement type) {
    return outermost(type).getEnclosingElement() instanceof PackageElement around
        ? around.getQualifiedName().toString()
        : "";
  }

  private static TypeElement outermost(TypeElement type) {
    TypeElement outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return outermost;
  }

  /** Returns the qualified names of the graphs that are generated for a root class. */
  static List<String> graphsOf(TypeElement root, Mirror experiment) {
    String packageName = packageOf(root);
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return namesOf(root, experiment).stream()
        .map(name -> prefix + GeneratedNames.of(name.folder()))
        .toList();
  }
}
