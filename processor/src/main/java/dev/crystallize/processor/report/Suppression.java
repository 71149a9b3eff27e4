package dev.crystallize.processor.report;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads {@code @SuppressWarnings}. */
final class Suppression {

  private Suppression() {}

  /** Returns whether a warning is suppressed on an element or on one around it. */
  static boolean isOn(Element element, String id) {
    Optional<Element> around = Optional.of(element);
    while (around.isPresent()) {
      if (around.get().getAnnotationMirrors().stream().anyMatch(mirror -> names(mirror, id))) {
        return true;
      }
      around = Optional.ofNullable(around.get().getEnclosingElement());
    }
    return false;
  }

  private static boolean names(AnnotationMirror annotation, String id) {
    if (!annotation
        .getAnnotationType()
        .asElement()
        .getSimpleName()
        .contentEquals("SuppressWarnings")) {
      return false;
    }
    return annotation.getElementValues().values().stream()
        .map(AnnotationValue::getValue)
        .anyMatch(value -> value instanceof List<?> items ? holds(items, id) : id.equals(value));
  }

  private static boolean holds(List<?> items, String id) {
    return items.stream()
        .anyMatch(item -> item instanceof AnnotationValue value && id.equals(value.getValue()));
  }
}
