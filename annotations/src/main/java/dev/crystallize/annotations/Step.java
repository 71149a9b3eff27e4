package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as a step of an experiment's pipeline.
 *
 * <p>Its parameters may come in any order: the data (the one parameter that is nothing else),
 * {@link Artifact} inputs, {@code Output<T>} handles, {@link Param} values, {@code Context}, {@code
 * Metrics}, a {@link java.util.random.RandomGenerator} of the step's own, and resources by type.
 * What it returns is the data of the next step; after a {@code void} step the data pass on. It may
 * throw checked exceptions, and be static or an instance method of a class with a constructor
 * without parameters, of which each task makes one instance.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Step {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";

  /**
   * A text of your own that counts as part of the step's code: change it to have the step's results
   * made again although its bytecode is the same.
   *
   * @return the version; empty for none
   */
  String version() default "";
}
