package dev.crystallize.processor.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where something stands in Java source, as names and indices. Compilers forget the positions of
 * elements seen in an earlier round, so a place is looked up again when it is printed.
 *
 * @param type the canonical name of the class
 * @param member the method or field, if the place lies in one
 * @param parameter the index of the method's parameter, if the place lies in one
 * @param annotation the annotation on it, if the place lies in one
 */
public record ElementPlace(
    String type, Optional<Member> member, OptionalInt parameter, Optional<Spot> annotation) {

  /**
   * A member of a class.
   *
   * @param name its simple name
   * @param position its index among all members of the class, in source order
   */
  public record Member(String name, int position) {}

  /**
   * A place within an annotation.
   *
   * @param annotation the canonical name of the annotation's type
   * @param member its element, such as {@code value}, if the place is not the whole annotation
   * @param item the index in that element's array, if it is one
   */
  public record Spot(String annotation, Optional<String> member, OptionalInt item) {}

  /** Returns the place of a class. */
  public static ElementPlace ofType(String canonicalName) {
    return new ElementPlace(canonicalName, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /** Returns the place of a member of this class. */
  public ElementPlace member(String name, int position) {
    return new ElementPlace(
        type, Optional.of(new Member(name, position)), OptionalInt.empty(), Optional.empty());
  }

  /** Returns the place of a parameter of this method. */
  public ElementPlace parameter(int index) {
    return new ElementPlace(type, member, OptionalInt.of(index), Optional.empty());
  }

  /** Returns the place of an annotation on this element. */
  public ElementPlace annotation(String canonicalName) {
    return at(new Spot(canonicalName, Optional.empty(), OptionalInt.empty()));
  }

  /** Returns the place of a value in an annotation on this element. */
  public ElementPlace annotation(String canonicalName, String element) {
    return at(new Spot(canonicalName, Optional.of(element), OptionalInt.empty()));
  }

  /** Returns the place of an item of an array in an annotation on this element. */
  public ElementPlace annotation(String canonicalName, String element, int item) {
    return at(new Spot(canonicalName, Optional.of(element), OptionalInt.of(item)));
  }

  private ElementPlace at(Spot spot) {
    return new ElementPlace(type, member, parameter, Optional.of(spot));
  }
}
