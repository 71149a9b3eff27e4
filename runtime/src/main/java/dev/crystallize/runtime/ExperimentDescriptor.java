package dev.crystallize.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the compiler needs to know of an experiment that it compiled earlier. Written on generated
 * graphs; nothing to write by hand.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ExperimentDescriptor {

  /**
   * The version of this description and of the node beside it.
   *
   * @return 1
   */
  int format();

  /**
   * The experiment's declared name.
   *
   * @return the name
   */
  String name();

  /**
   * The experiment's folder.
   *
   * @return the folder
   */
  String folder();

  /**
   * The aliases of the outputs.
   *
   * @return the aliases, in order
   */
  String[] outputs() default {};

  /**
   * The constants of the outputs, whose type arguments are the types that loaders give.
   *
   * @return the constant's name for each of {@link #outputs()}; empty for one without a constant
   */
  String[] constants() default {};

  /**
   * The aliases of the outputs that are directories.
   *
   * @return some of {@link #outputs()}, in order
   */
  String[] directories() default {};

  /**
   * The treatments this experiment defines.
   *
   * @return the names, in order
   */
  String[] treatments() default {};

  /**
   * The declared replicates.
   *
   * @return the count, or 0 if none is declared
   */
  int replicates() default 0;

  /**
   * The experiments this one reads from.
   *
   * @return the generated graphs, in order
   */
  Class<?>[] upstream() default {};

  /**
   * The digest of the wiring.
   *
   * @return SHA-256 in hexadecimal
   */
  String wiring() default "";

  /**
   * Whether the experiment was compiled with errors: who depends on it then stays silent.
   *
   * @return true after errors
   */
  boolean broken() default false;
}
