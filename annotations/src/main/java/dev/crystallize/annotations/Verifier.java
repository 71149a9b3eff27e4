package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that tests a hypothesis: {@code f(Samples baseline, Samples treatment)}, followed
 * by {@link Param} values and a {@link java.util.random.RandomGenerator} if it wants them. It
 * returns a {@code Map<String, Object>} or a record; {@code p_value} in it ranks the treatments,
 * lowest first.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Verifier {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";
}
