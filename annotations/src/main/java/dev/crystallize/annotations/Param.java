package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of a step, datasource, resource or verifier whose value comes from {@code
 * config.yaml}: from the step's own map, else from the condition's treatment, else from {@code
 * baseline}, else from {@link #defaultValue()}. A parameter without any value is a compile error.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Param {

  /**
   * The key in {@code config.yaml}.
   *
   * @return the key, taken as it is; empty for the parameter's own name or its snake_case form
   */
  String value() default "";

  /**
   * The value where the configuration gives none.
   *
   * @return a YAML flow value such as {@code 0.1} or {@code [1, 2]}, for a {@code String} the text
   *     itself; {@link #NONE} for no default
   */
  String defaultValue() default NONE;

  /** Stands for "no default": a text that no configuration contains. */
  String NONE = "\u0000";
}
