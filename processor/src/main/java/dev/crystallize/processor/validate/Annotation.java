package dev.crystallize.processor.validate;

import dev.crystallize.processor.model.ElementPlace;
import dev.crystallize.processor.model.YamlName;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

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
