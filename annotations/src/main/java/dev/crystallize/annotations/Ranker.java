package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that ranks the treatments of a hypothesis instead of its {@code p_value}: it takes
 * what the {@link Verifier} returned and gives a number, lowest first.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Ranker {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";
}
