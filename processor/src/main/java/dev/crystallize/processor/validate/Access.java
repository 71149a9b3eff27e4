package dev.crystallize.processor.validate;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Whether code of one package can use an element. */
final class Access {

  private final Elements elements;

  Access(Elements elements) {
    this.elements = elements;
  }

  /**
   * What keeps code from using an element.
   *
   * @param element the element itself, or the class around it that is to blame
   * @param reason what it is, such as {@code is private}
   * @param remedy what would help
   */
  record Obstacle(Element element, String reason, String remedy) {}

  /** Returns what keeps code of a package from using an element, outermost class first. */
  Optional<Obstacle> to(Element element, String fromPackage) {
    Element around = element.getEnclosingElement();
    if (around instanceof TypeElement) {
      Optional<Obstacle> outer = to(around, fromPackage);
      if (outer.isPresent()) {
        return outer;
      }
    }
    String name = elements.getPackageOf(element).getQualifiedName().toString();
    boolean samePackage = name.equals(fromPackage);
    Set<Modifier> modifiers = element.getModifiers();
    String remedy = samePackage ? "leave 'private' out" : "make it public";
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Optional.of(new Obstacle(element, "is private", remedy));
    }
    if (samePackage || modifiers.contains(Modifier.PUBLIC)) {
      return Optional.empty();
    }
    return Optional.of(new Obstacle(element, "is not public and lies in package " + name, remedy));
  }

  /** Returns what makes an inner class of a class, of which nobody else can have an instance. */
  static Optional<Obstacle> inner(TypeElement type) {
    boolean inner =
        type.getNestingKind() == NestingKind.MEMBER
            && type.getKind() == ElementKind.CLASS
            && !type.getModifiers().contains(Modifier.STATIC);
    if (inner) {
      return Optional.of(new Obstacle(type, "is an inner class", "make it static"));
    }
    return type.getEnclosingElement() instanceof TypeElement around
        ? inner(around)
        : Optional.empty();
  }
}
