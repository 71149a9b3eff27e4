package dev.crystallize.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that writes an artifact: {@code byte[] f(T)}, {@code String f(T)}, {@code void
 * f(T, OutputStream)} or {@code void f(T, Path)}. Text is written as UTF-8.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Writer {

  /**
   * The name in {@code config.yaml}.
   *
   * @return the name, taken as it is; empty for the method's own name or its snake_case form
   */
  String value() default "";
}
