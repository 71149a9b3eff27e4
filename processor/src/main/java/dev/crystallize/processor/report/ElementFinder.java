package dev.crystallize.processor.report;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.ElementPlace.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Looks places up again in the current round. */
final class ElementFinder {

  private final Elements elements;

  ElementFinder(Elements elements) {
    this.elements = elements;
  }

  /**
   * What stands at a place, as far as it is still there.
   *
   * @param value the value within the annotation
   */
  record Target(
      Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {}

  Optional<Target> find(ElementPlace place) {
    return Optional.ofNullable(elements.getTypeElement(place.type()))
        .map(type -> target(element(type, place), place));
  }

  private static Element element(TypeElement type, ElementPlace place) {
    Optional<Element> member = place.member().flatMap(wanted -> member(type, wanted));
    if (member.isEmpty()) {
      return type;
    }
    if (place.parameter().isPresent() && member.get() instanceof ExecutableElement method) {
      int index = place.parameter().getAsInt();
      return index < method.getParameters().size() ? method.getParameters().get(index) : method;
    }
    return member.get();
  }

  /** The position tells overloads apart; where it fails, the first member of that name is meant. */
  private static Optional<Element> member(TypeElement type, ElementPlace.Member wanted) {
    List<? extends Element> all = type.getEnclosedElements();
    if (wanted.position() < all.size()
        && all.get(wanted.position()).getSimpleName().contentEquals(wanted.name())) {
      return Optional.of(all.get(wanted.position()));
    }
    return all.stream()
        .filter(member -> member.getSimpleName().contentEquals(wanted.name()))
        .<Element>map(member -> member)
        .findFirst();
  }

  private static Target target(Element element, ElementPlace place) {
    Optional<AnnotationMirror> annotation =
        place.annotation().flatMap(spot -> annotation(element, spot));
    Optional<AnnotationValue> value =
        annotation.flatMap(found -> place.annotation().flatMap(spot -> value(found, spot)));
    return new Target(element, annotation, value);
  }

  private static Optional<AnnotationMirror> annotation(Element element, Spot spot) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(spot.annotation())) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  private static Optional<AnnotationValue> value(AnnotationMirror annotation, Spot spot) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(spot.member().orElse(""))) {
        return Optional.of(item(entry.getValue(), spot));
      }
    }
    return Optional.empty();
  }

  private static AnnotationValue item(AnnotationValue value, Spot spot) {
    if (spot.item().isPresent()
        && value.getValue() instanceof List<?> items
        && spot.item().getAsInt() < items.size()
        && items.get(spot.item().getAsInt()) instanceof AnnotationValue item) {
      return item;
    }
    return value;
  }
}
