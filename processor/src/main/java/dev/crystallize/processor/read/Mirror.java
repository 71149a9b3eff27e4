package dev.crystallize.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** An annotation on an element, read without its class. */
record Mirror(AnnotationMirror annotation) {

  static final String EXPERIMENT = "dev.crystallize.annotations.Experiment";
  static final String STEP = "dev.crystallize.annotations.Step";
  static final String DATA_SOURCE = "dev.crystallize.annotations.DataSource";
  static final String WRITER = "dev.crystallize.annotations.Writer";
  static final String LOADER = "dev.crystallize.annotations.Loader";
  static final String VERIFIER = "dev.crystallize.annotations.Verifier";
  static final String RANKER = "dev.crystallize.annotations.Ranker";
  static final String RESOURCE = "dev.crystallize.annotations.Resource";
  static final String ARTIFACT = "dev.crystallize.annotations.Artifact";
  static final String METRIC = "dev.crystallize.annotations.Metric";
  static final String PARAM = "dev.crystallize.annotations.Param";
  static final String DESCRIPTOR = "dev.crystallize.runtime.ExperimentDescriptor";

  /** Returns the annotation of this type on an element. */
  static Optional<Mirror> of(Element element, String canonicalName) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().asElement() instanceof TypeElement type
          && type.getQualifiedName().contentEquals(canonicalName)) {
        return Optional.of(new Mirror(annotation));
      }
    }
    return Optional.empty();
  }

  /** Returns all annotations on an element. */
  static List<Mirror> allOf(Element element) {
    return element.getAnnotationMirrors().stream().<Mirror>map(Mirror::new).toList();
  }

  /** Returns the canonical name of the annotation's type. */
  String name() {
    return TypeFacts.nameOf(annotation.getAnnotationType());
  }

  /** Returns whether an element has an annotation of this type. */
  static boolean isOn(Element element, String canonicalName) {
    return of(element, canonicalName).isPresent();
  }

  /** Returns a text that is given and not empty. */
  Optional<String> text(String member) {
    return all(member, String.class).stream().findFirst().filter(text -> !text.isEmpty());
  }

  /** Returns the texts of an array, or none if it is not given. */
  List<String> texts(String member) {
    return all(member, String.class);
  }

  /** Returns the classes of an array by position, empty for one that does not exist. */
  List<Optional<TypeElement>> classes(String member) {
    return all(member, Object.class).stream().map(Mirror::classOf).toList();
  }

  private static Optional<TypeElement> classOf(Object item) {
    return item instanceof DeclaredType type
            && type.getKind() == TypeKind.DECLARED
            && type.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** Returns a whole number that is given. */
  Optional<Integer> number(String member) {
    return all(member, Integer.class).stream().findFirst();
  }

  /** Returns whether a truth is given as true. */
  boolean truth(String member) {
    return all(member, Boolean.class).contains(true);
  }

  private <T> List<T> all(String member, Class<T> kind) {
    Object given = value(member).map(AnnotationValue::getValue).orElse(List.of());
    List<?> items = given instanceof List<?> list ? list : List.of(given);
    return items.stream()
        .map(item -> item instanceof AnnotationValue value ? value.getValue() : item)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private Optional<AnnotationValue> value(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }
}
