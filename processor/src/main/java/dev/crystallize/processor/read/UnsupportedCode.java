package dev.crystallize.processor.read;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.report.Diagnostics;
import dev.crystallize.runtime.config.Diagnostic;
import dev.crystallize.runtime.config.Message;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** {@code not-supported}: annotations that nothing acts on yet. */
final class UnsupportedCode {

  private UnsupportedCode() {}

  /** Reports what a root class has of them, in the name of its first experiment. */
  static void report(TypeElement root, String experiment, Diagnostics diagnostics) {
    ElementPlace type = ElementPlace.ofType(root.getQualifiedName().toString());
    List<? extends Element> members = root.getEnclosedElements();
    for (int position = 0; position < members.size(); position++) {
      Element member = members.get(position);
      ElementPlace place = type.member(member.getSimpleName().toString(), position);
      for (Mirror annotation : Mirror.allOf(member)) {
        String name = annotation.name();
        switch (name) {
          case Mirror.RESOURCE ->
              report("@Resource", place.annotation(name), experiment, diagnostics);
          case Mirror.RANKER -> report("@Ranker", place.annotation(name), experiment, diagnostics);
          default -> {
            // All else is supported.
          }
        }
      }
    }
  }

  private static void report(
      String feature, ElementPlace place, String experiment, Diagnostics diagnostics) {
    diagnostics.report(Diagnostic.of(experiment, Message.NOT_SUPPORTED, feature), place);
  }
}
