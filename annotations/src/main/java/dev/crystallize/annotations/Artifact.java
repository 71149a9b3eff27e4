package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a step to artifacts.
 *
 * <ul>
 *   <li>On a parameter of a step: an input. The value is an alias of {@code datasource}; the type
 *       is what the upstream's loader, or the datasource, gives.
 *   <li>On an {@code Output<T>} parameter: an output of this experiment. There it is needed only to
 *       give a name other than the parameter's.
 *   <li>On a step: what the step returns is also written to that output.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface Artifact {

  /**
   * The alias in {@code config.yaml}.
   *
   * @return the alias, taken as it is; empty for the parameter's (or method's) own name or its
   *     snake_case form
   */
  String value() default "";
}
