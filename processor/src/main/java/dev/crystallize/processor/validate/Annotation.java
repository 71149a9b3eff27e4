package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.YamlName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** The annotations that places and remedies speak of. */
enum Annotation {
  STEP("Step", "step"),
  DATA_SOURCE("DataSource", "datasource"),
  WRITER("Writer", "writer"),
  LOADER("Loader", "loader"),
  VERIFIER("Verifier", "verifier"),
  RANKER("Ranker", "ranker"),
  RESOURCE("Resource", "resource"),
  ARTIFACT("Artifact", "artifact"),
  PARAM("Param", "parameter"),
  METRIC("Metric", "metric"),
  EXPERIMENT("Experiment", "experiment");

  /** What a method may be marked as instead of a step. */
  static final List<Annotation> OTHER_ROLES =
      List.of(DATA_SOURCE, WRITER, LOADER, VERIFIER, RANKER, RESOURCE);

  private final String simpleName;
  private final String noun;

  Annotation(String simpleName, String noun) {
    this.simpleName = simpleName;
    this.noun = noun;
  }

  /** Returns its canonical name. */
  String canonicalName() {
    return "dev.crystallize.annotations." + simpleName;
  }

  /** Returns what it makes of a method or parameter, in a word. */
  String noun() {
    return noun;
  }

  /** Returns it as code spells it. */
  @Override
  public String toString() {
    return "@" + simpleName;
  }

  /** Returns whether it stands on an element. */
  boolean isOn(Element element) {
    return mirrorsOn(element).findAny().isPresent();
  }

  /** Returns the text that it gives an element as its value, unless that is empty. */
  Optional<String> valueOn(Element element) {
    return mirrorsOn(element)
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(member -> member.getKey().getSimpleName().contentEquals("value"))
        .map(member -> member.getValue().getValue().toString())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /** Returns the classes that it lists on an element; those that do not exist are left out. */
  List<TypeElement> classesOn(Element element, String member) {
    return mirrorsOn(element)
        .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .flatMap(entry -> items(entry.getValue()))
        .flatMap(
            item ->
                item.getValue() instanceof DeclaredType type
                        && type.asElement() instanceof TypeElement listed
                    ? Stream.of(listed)
                    : Stream.<TypeElement>empty())
        .toList();
  }

  private static Stream<AnnotationValue> items(AnnotationValue value) {
    return value.getValue() instanceof List<?> items
        ? items.stream().filter(AnnotationValue.class::isInstance).map(AnnotationValue.class::cast)
        : Stream.of(value);
  }

  private Stream<? extends AnnotationMirror> mirrorsOn(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(canonicalName()));
  }

  /** Returns the place of a name: of the literal that gives it, else of the element. */
  ElementPlace placeOf(YamlName name, ElementPlace element) {
    return name.explicit().isPresent() && element.annotation().isEmpty()
        ? element.annotation(canonicalName(), "value")
        : element;
  }
}
