package dev.crystallize.processor.model;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * An annotated method that an experiment may use.
 *
 * @param element the method, of the current round
 * @param owner the class that declares it, of the current round
 * @param ownerName the canonical name of that class
 * @param name its name in YAML
 * @param place where it stands, or, if it has no source here, where it was brought from
 * @param inRoot whether the experiment's own class declares it
 * @param returnType what it returns
 * @param thrown the exceptions it declares
 * @param typesKnown whether all types in its signature exist in this round; if not, rules about
 *     types are silent and its code is generated in the next round
 */
public record MethodModel(
    ExecutableElement element,
    TypeElement owner,
    String ownerName,
    YamlName name,
    ElementPlace place,
    boolean inRoot,
    TypeMirror returnType,
    List<TypeMirror> thrown,
    boolean typesKnown) {

  /** Copies the list. */
  public MethodModel {
    thrown = List.copyOf(thrown);
  }

  /** Returns whether it is static; otherwise each task makes an instance of its class. */
  public boolean isStatic() {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns the method's name in Java. */
  public String javaName() {
    return name.java();
  }

  /** Returns {@code Class.method}, as messages call it. */
  public String display() {
    return owner.getSimpleName() + "." + name.java();
  }
}
