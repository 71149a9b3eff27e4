package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the root class of an experiment: the class whose annotated methods are the code behind one
 * {@code config.yaml}.
 *
 * <p>The compiler reads {@code experiments/<name>/config.yaml}, checks it against this class and
 * against every experiment it reads from, and generates {@code <Name>Graph} in the same package.
 * Nested static classes may be experiments too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Experiment {

  /**
   * The folders of the experiments that run with this class. Each names the generated type ({@code
   * consumer} gives {@code ConsumerGraph}).
   *
   * @return the folder names; empty for one experiment named after the class, in snake_case
   */
  String[] value() default {};

  /**
   * The configuration itself, in YAML, instead of a file. Allowed for a class with one experiment.
   *
   * @return the YAML text; empty when the configuration lies in a file
   */
  String config() default "";

  /**
   * Further classes whose annotated methods this experiment may use. They rank alike with the
   * methods of the class itself: a name found in two places is an error.
   *
   * @return the classes, in any order
   */
  Class<?>[] uses() default {};

  /**
   * Root classes of experiments that were compiled into other jars and that this experiment reads
   * from.
   *
   * @return the root classes, in any order
   */
  Class<?>[] upstream() default {};
}
