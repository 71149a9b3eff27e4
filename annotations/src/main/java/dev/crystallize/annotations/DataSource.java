package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that provides an experiment's data. It runs once per task and may take {@link
 * Param} values, a {@code Context}, a {@link java.util.random.RandomGenerator} and resources.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DataSource {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";

  /**
   * What the method reads besides its parameters: files, folders or class path resources. Their
   * content then counts as an input of every task, so that a change is noticed on resume.
   *
   * @return paths relative to the working directory, or resource names that begin with {@code /}
   */
  String[] reads() default {};
}
