package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that makes something expensive and shared, such as a client or a loaded model. It
 * runs at most once per run; steps and datasources receive what it returns by type, and it is
 * closed at the end of the run if it is {@link AutoCloseable}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Resource {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";

  /**
   * How many tasks may use the resource at the same time.
   *
   * @return the bound, at least 1; without it, as many as run
   */
  int concurrency() default Integer.MAX_VALUE;
}
