package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that makes something expensive and shared, such as a client or a loaded model. It
 * runs when the first task needs it, once per run for equal values of its {@link Param} parameters;
 * besides these it may take other resources. Steps, datasources and verifiers receive what it
 * returns by type. It is closed at the end of the run if it is {@link AutoCloseable}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Resource {

  /**
   * The name in messages.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";

  /**
   * How many tasks may use the resource at the same time, whatever the values it was made with.
   *
   * @return the bound, at least 1; without it, as many as run
   */
  int concurrency() default Integer.MAX_VALUE;
}
