package dev.crystallize.processor.validate;

import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The list of all rules. */
public final class Validators {

  private Validators() {}

  /** Returns all rules, in the order in which they are asked. */
  public static List<Validator> all(Types types, Elements elements) {
    return List.of();
  }
}
