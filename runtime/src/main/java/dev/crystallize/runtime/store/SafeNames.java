package dev.crystallize.runtime.store;

import dev.crystallize.runtime.config.Escapes;
import dev.crystallize.runtime.config.Names;
import java.util.Locale;

/** Lets only those names become files and folders that work on every system, see {@link Names}. */
public final class SafeNames {

  private SafeNames() {}

  /**
   * Checks a name that is about to become part of a path.
   *
   * @param role what the name is for, such as {@code experiment}
   * @param name the name
   * @return the name
   * @throws IllegalArgumentException if the name could lead out of its folder, or means something
   *     special to an operating system
   */
  public static String require(String role, String name) {
    Names.problemWith(name)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  String.format(
                      Locale.ROOT,
                      "%s '%s' cannot be a name on disk: %s",
                      role,
                      Escapes.printable(shortened(name)),
                      problem));
            });
    return name;
  }

  /**
   * Checks the name of a step, which unlike other names may begin with {@code _} since Java's may.
   *
   * @throws IllegalArgumentException as {@link #require} does
   */
  public static String requireStep(String name) {
    String rest = name.replaceFirst("^_+(?=.)", "");
    require("step", rest);
    return name;
  }

  /** Whether a name may become part of a path. */
  public static boolean isSafe(String name) {
    return Names.problemWith(name).isEmpty();
  }

  private static String shortened(String name) {
    int most = Names.LONGEST;
    return name.codePointCount(0, name.length()) <= most
        ? name
        : name.substring(0, name.offsetByCodePoints(0, most)) + "...";
  }
}
