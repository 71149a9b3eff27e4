package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step whose result is also recorded as metrics: a number under the method's name, a record
 * as one metric per numeric component, under the component's name.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Metric {

  /**
   * The name of the metric of a step that returns a number.
   *
   * @return the name, taken as it is; empty for the method's name in snake_case
   */
  String value() default "";
}
