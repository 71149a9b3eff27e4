package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that ranks the treatments of a hypothesis instead of its {@code p_value}: {@code
 * double f(Map<String, Object> findings)} takes what the {@link Verifier} found and gives a number,
 * lowest first. A ranker that is named like a hypothesis ranks that one; another ranks all the rest
 * if it is the only one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Ranker {

  /**
   * The ranker's name: that of a hypothesis to rank it alone.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";
}
